package org.casus.mapping;

import java.util.Optional;
import org.casus.model.Attestation;
import org.casus.model.FidelityException;
import org.casus.model.Passage;
import org.casus.model.UncuratedPassage;
import org.casus.vocab.Casus;

/** Mappers of the passages of the articles and of what is said about their curation. */
final class CoverageMappers {

  private final Labels labels;

  CoverageMappers(Labels labels) {
    this.labels = labels;
  }

  void passage(Passage passage, ResourceWriter out) {
    out.type(Casus.PASSAGE)
        .label(place(passage.attestation()))
        .thing(Casus.PASSAGE_KIND, "passage-kind", passage.kind())
        .string(Casus.SECTION_TITLE, Optional.of(passage.section()));
  }

  void uncurated(UncuratedPassage uncurated, ResourceWriter out) {
    out.type(Casus.UNCURATED_PASSAGE)
        .label(place(uncurated.attestation()) + ", not curated")
        .text(Casus.REASON, Optional.of(uncurated.reason()));
  }

  void exception(FidelityException exception, ResourceWriter out) {
    out.type(Casus.FIDELITY_EXCEPTION)
        .label(
            "Exception to the check "
                + exception.check()
                + ": "
                + String.join(", ", exception.records()))
        .records(Casus.CONCERNS, exception.records())
        .thing(Casus.FIDELITY_CHECK, "fidelity-check", exception.check())
        .text(Casus.REASON, Optional.of(exception.reason()));
  }

  private String place(Attestation attestation) {
    return labels.of("source", attestation.source())
        + ", "
        + String.join(", ", attestation.locators());
  }
}
