package org.casus.source;

import org.casus.model.AlignmentStep;

/** Loads {@code actors/alignment-steps.csv}. */
final class AlignmentStepsLoader implements TableLoader<AlignmentStep> {

  @Override
  public String table() {
    return "actors/alignment-steps.csv";
  }

  @Override
  public AlignmentStep load(Cells c) {
    return new AlignmentStep(
        c.text("id"),
        c.text("alignment"),
        c.optional("level"),
        c.text("gist"),
        c.period("start", "end"),
        c.list("about"),
        c.articleAttestation());
  }
}
