package org.casus.wikidata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.model.EdtfDate;
import org.casus.model.Period;

/**
 * A thing of Casus, as far as it helps to find it on Wikidata.
 *
 * @param name kind and slug, as the table of links has them
 * @param group what it is counted under, such as person or place
 * @param label its label
 * @param names all names, languages included
 * @param classes the items to which its class is linked, near classes first: a set for each class
 *     that has links
 * @param otherClasses the items to which classes are linked that exclude its class
 * @param countries actors to which it belongs, as kind and slug
 * @param dates when it began, ended or happened
 * @param offices the offices that a person held
 * @param point where it is
 */
record Entity(
    String name,
    Group group,
    String label,
    List<Name> names,
    List<Set<String>> classes,
    Set<String> otherClasses,
    Set<String> countries,
    List<Item.Dated> dates,
    List<HeldOffice> offices,
    Optional<Point> point) {

  /** What things are counted under; in the order in which they are looked for. */
  enum Group {
    STATE("state"),
    ORGANISATION("organisation"),
    OFFICE("office"),
    PERSON("person"),
    PLACE("place"),
    EVENT("event"),
    AGREEMENT("agreement"),
    THEORY("theory");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * An office that a person held.
   *
   * @param office kind and slug of the office
   * @param label its label
   * @param period from when to when
   */
  record HeldOffice(String office, String label, Period period) {

    Optional<EdtfDate> start() {
      return period.start();
    }

    Optional<EdtfDate> end() {
      return period.end();
    }
  }
}
