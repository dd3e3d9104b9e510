package org.casus.pages;

import java.util.List;

/**
 * On what a record rests.
 *
 * @param sources works
 * @param locators places in them
 * @param corroborators works that say the same
 * @param primary transcripts and news items to which the sources refer
 * @param status how well it is attested
 */
record Origin(
    List<Value> sources,
    List<Value> locators,
    List<Value> corroborators,
    List<Value> primary,
    List<Value> status) {

  Origin {
    sources = List.copyOf(sources);
    locators = List.copyOf(locators);
    corroborators = List.copyOf(corroborators);
    primary = List.copyOf(primary);
    status = List.copyOf(status);
  }

  /** Whether anything is told. */
  public boolean isGiven() {
    return !sources.isEmpty() || !locators.isEmpty();
  }
}
