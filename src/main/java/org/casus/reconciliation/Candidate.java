package org.casus.reconciliation;

import java.util.List;

/**
 * An entity that may be meant.
 *
 * @param score from 0 to 100
 * @param match whether it is certain
 * @param features what the score was made of
 */
record Candidate(Entity entity, double score, boolean match, List<Feature> features) {

  /**
   * What speaks for or against a candidate.
   *
   * @param id unique within the candidate
   * @param name for people
   * @param value from 0 to 1, where 0 speaks against it
   */
  record Feature(String id, String name, double value) {}

  Candidate {
    features = List.copyOf(features);
  }

  /** The same, left to people to decide. */
  Candidate uncertain() {
    return new Candidate(entity, score, false, features);
  }
}
