package org.casus.dataset;

import java.util.Optional;

/**
 * The five obligations of alliances in ATOP, with the words that the curated provisions have for
 * them. COW codes four of them: its entente is consultation.
 */
enum Obligation {
  DEFENCE(
      "defence",
      "support the other members actively in defence when they are attacked",
      "armed attack on a party"),
  OFFENCE(
      "offence",
      "support the other members actively in war also where they are not attacked",
      "armed conflict of another party that no attack on it began"),
  NEUTRALITY(
      "neutrality",
      "stay neutral when another member is in conflict with a third state",
      "armed conflict of the other party with a third state"),
  NON_AGGRESSION("non-aggression", "use no force against the other members", ""),
  CONSULTATION(
      "consultation",
      "consult the other members in crises that may turn into armed conflict",
      "crisis that may turn into armed conflict");

  private final String code;
  private final String duty;
  private final String condition;

  Obligation(String code, String duty, String condition) {
    this.code = code;
    this.duty = duty;
    this.condition = condition;
  }

  /** Code of the scheme provision-kind. */
  String code() {
    return code;
  }

  String gist(String member) {
    return member + " is obliged to " + duty + ".";
  }

  /** The event that makes it due, with what a data set adds to it. */
  Optional<String> condition(String limits) {
    if (limits.isEmpty()) {
      return condition.isEmpty() ? Optional.empty() : Optional.of(condition);
    }
    return Optional.of(condition.isEmpty() ? limits : condition + "; " + limits);
  }
}
