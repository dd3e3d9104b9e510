package org.casus.source;

import org.casus.model.Hypothesis;

/** Loads {@code theory/hypotheses.csv}. */
final class HypothesesLoader implements TableLoader<Hypothesis> {

  @Override
  public String table() {
    return "theory/hypotheses.csv";
  }

  @Override
  public Hypothesis load(Cells c) {
    return new Hypothesis(
        c.text("id"),
        c.text("gist"),
        c.list("posed_by"),
        c.list("answers"),
        c.list("variables"),
        c.optional("explains"),
        c.articleAttestation());
  }
}
