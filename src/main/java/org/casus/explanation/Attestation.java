package org.casus.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one graph says about where a curated record is from.
 *
 * @param graph IRI of the graph
 * @param sources the works that the record rests on; at least one
 * @param locators where in them
 * @param corroboratedBy works that say the same
 * @param primarySources transcripts and news items to which the source itself refers
 * @param quotes words that the source prints as a quotation
 * @param gists what is said, in the words of the curator
 * @param status how well a reference fact is attested; null for what articles report
 */
public record Attestation(
    String graph,
    List<Named> sources,
    List<String> locators,
    List<Named> corroboratedBy,
    List<Named> primarySources,
    List<String> quotes,
    List<String> gists,
    @Nullable Named status) {

  /** Copies the lists. */
  public Attestation {
    sources = List.copyOf(sources);
    locators = List.copyOf(locators);
    corroboratedBy = List.copyOf(corroboratedBy);
    primarySources = List.copyOf(primarySources);
    quotes = List.copyOf(quotes);
    gists = List.copyOf(gists);
  }
}
