package org.casus.reconciliation;

import java.util.List;

/**
 * What an entity should be like.
 *
 * @param target what is compared
 * @param property id of the property; empty for other targets
 * @param values with which it is compared; at least one
 * @param quantifier how many of them are meant
 * @param required whether an entity that does not fulfil it is no candidate at all
 */
record Condition(
    Target target, String property, List<Wanted> values, Quantifier quantifier, boolean required) {

  /** What is compared. */
  enum Target {
    NAME,
    ID,
    PROPERTY
  }

  /** Which of the values. */
  enum Quantifier {
    ANY,
    ALL,
    NONE
  }

  /**
   * A value that an entity should have.
   *
   * @param text a name, a literal or, without an id, perhaps an identifier
   * @param id identifier of an entity that was matched before; empty if there is none
   */
  record Wanted(String text, String id) {}

  Condition {
    values = List.copyOf(values);
  }

  /** Whether it leads to entities and not only away from some. */
  boolean finds() {
    return target != Target.PROPERTY && quantifier != Quantifier.NONE;
  }
}
