package org.casus.reconciliation;

import org.casus.http.Refusal;

/** How much one request may ask for. */
final class Batches {
  private static final int TOO_LARGE = 413;

  /** Queries in a batch; told in the manifest. */
  static final int QUERIES = 100;

  private static final int CONDITIONS = 50;
  private static final int CELLS = 20_000;

  private Batches() {}

  static void checkQueries(int number) {
    if (number > QUERIES) {
      throw new Refusal(
          TOO_LARGE,
          "The batch has %d queries, and at most %d are answered at once: send several batches."
              .formatted(number, QUERIES));
    }
  }

  /**
   * @param place of the query
   */
  static void checkConditions(String place, int number) {
    if (number > CONDITIONS) {
      throw new Refusal(
          TOO_LARGE,
          "%s has %d conditions, and at most %d are looked at: leave some out."
              .formatted(place, number, CONDITIONS));
    }
  }

  static void checkCells(long entities, long properties) {
    if (entities * properties > CELLS) {
      throw new Refusal(
          TOO_LARGE,
          "%d entities with %d properties are more than %d cells: ask for fewer at once."
              .formatted(entities, properties, CELLS));
    }
  }
}
