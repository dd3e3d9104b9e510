package org.casus.wikidata;

import java.util.List;

/**
 * One line of what a search or a check of links came to.
 *
 * @param entity the thing or term, as the table of links names it
 * @param label its label
 * @param outcome what it came to, in a word or two
 * @param qid the item or property; empty if none is named
 * @param itemLabel its label there
 * @param score from 0 to 1; negative where nothing was scored
 * @param reasons what spoke for and against, or what is wrong with the link
 */
public record Finding(
    String entity,
    String label,
    String outcome,
    String qid,
    String itemLabel,
    double score,
    List<String> reasons) {

  /** Outcome of a search that found one item that fits. */
  public static final String CANDIDATE = "candidate";

  /** Whether the line names an item that is to be confirmed by a curator. */
  public boolean isCandidate() {
    return outcome.equals(CANDIDATE);
  }
}
