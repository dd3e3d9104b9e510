package org.casus.source;

import org.casus.model.Explanation;

/** Loads {@code theory/explanations.csv}. */
final class ExplanationsLoader implements TableLoader<Explanation> {

  @Override
  public String table() {
    return "theory/explanations.csv";
  }

  @Override
  public Explanation load(Cells c) {
    return new Explanation(
        c.text("id"),
        c.text("label"),
        c.text("explains"),
        c.text("gist"),
        c.list("draws_on"),
        c.list("variables"),
        c.list("proposed_by"),
        c.list("combined_with"),
        c.articleAttestation());
  }
}
