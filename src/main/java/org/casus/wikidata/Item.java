package org.casus.wikidata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.EdtfDate;

/**
 * What Wikidata says of an item, as far as it helps to tell whether it is the same as a thing of
 * Casus. Statements of deprecated rank are left out.
 *
 * @param id identifier, such as {@code Q399}
 * @param names labels and aliases
 * @param classes the classes that it is an instance of, with those above them as far as known
 * @param classLabels names of the classes that it is directly an instance of
 * @param countries countries to which it belongs, with their names
 * @param dates when it began, ended or happened
 * @param positions positions that it holds or held
 * @param point where it is
 * @param mergedInto the item into which it was merged
 * @param exists whether anything is said of it
 */
record Item(
    String id,
    List<Name> names,
    Set<String> classes,
    List<String> classLabels,
    Map<String, String> countries,
    List<Dated> dates,
    List<Holding> positions,
    Optional<Point> point,
    Optional<String> mergedInto,
    boolean exists) {

  /** What to call it. */
  String label() {
    return names.stream()
        .filter(Name::preferred)
        .filter(name -> name.language().equals("en") || name.language().equals("mul"))
        .map(Name::text)
        .findFirst()
        .or(() -> names.stream().map(Name::text).findFirst())
        .orElse(id);
  }

  /** What a date is the date of. */
  enum Moment {
    START,
    END,
    TIME
  }

  /**
   * A date of the item.
   *
   * @param moment which one
   * @param date as precise as Wikidata has it
   */
  record Dated(Moment moment, EdtfDate date) {}

  /**
   * A position held.
   *
   * @param position identifier of the position
   * @param label name of the position
   * @param start first day, if it is told
   * @param end last day, if it is told; {@link EdtfDate#OPEN} for “no value”
   */
  record Holding(String position, String label, Optional<EdtfDate> start, Optional<EdtfDate> end) {}
}
