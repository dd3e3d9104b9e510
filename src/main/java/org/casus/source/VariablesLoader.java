package org.casus.source;

import org.casus.model.ExplanatoryVariable;

/** Loads {@code theory/variables.csv}. */
final class VariablesLoader implements TableLoader<ExplanatoryVariable> {

  @Override
  public String table() {
    return "theory/variables.csv";
  }

  @Override
  public ExplanatoryVariable load(Cells c) {
    return new ExplanatoryVariable(
        c.text("id"), c.text("label"), c.text("gist"), c.articleAttestation());
  }
}
