package org.casus.source;

import org.casus.model.Counterfactual;

/** Loads {@code theory/counterfactuals.csv}. */
final class CounterfactualsLoader implements TableLoader<Counterfactual> {

  @Override
  public String table() {
    return "theory/counterfactuals.csv";
  }

  @Override
  public Counterfactual load(Cells c) {
    return new Counterfactual(
        c.text("id"),
        c.text("antecedent"),
        c.text("consequent"),
        c.list("held_by"),
        c.list("about"),
        c.articleAttestation());
  }
}
