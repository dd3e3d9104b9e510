package org.casus.source;

import org.casus.model.VariableEmphasis;

/** Loads {@code theory/emphases.csv}. */
final class EmphasesLoader implements TableLoader<VariableEmphasis> {

  @Override
  public String table() {
    return "theory/emphases.csv";
  }

  @Override
  public VariableEmphasis load(Cells c) {
    return new VariableEmphasis(
        c.text("id"), c.text("work"), c.text("variable"), c.text("gist"), c.articleAttestation());
  }
}
