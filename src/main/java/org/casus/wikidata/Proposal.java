package org.casus.wikidata;

import java.util.List;
import java.util.Optional;

/**
 * What a search came to for one thing.
 *
 * @param entity the thing
 * @param outcome whether an item is proposed
 * @param comparisons the items that have a name in common, the best first
 */
record Proposal(Entity entity, Outcome outcome, List<Comparison> comparisons) {

  /** What a search came to. */
  enum Outcome {
    /** One item fits well enough, and no other nearly as well. */
    PROPOSED("candidate"),
    /** Several fit about equally well. */
    AMBIGUOUS("several fit"),
    /** Items bear the name, and too little else speaks for any of them. */
    WEAK("too little"),
    /** No item bears the name. */
    NOTHING("nothing found");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** The best comparison, if there is any. */
  Optional<Comparison> best() {
    return comparisons.stream().findFirst();
  }
}
