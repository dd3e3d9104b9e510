package org.casus.source;

import org.casus.model.Proposition;

/** Loads {@code theory/propositions.csv}. */
final class PropositionsLoader implements TableLoader<Proposition> {

  @Override
  public String table() {
    return "theory/propositions.csv";
  }

  @Override
  public Proposition load(Cells c) {
    return new Proposition(
        c.text("id"),
        c.list("theories"),
        c.text("gist"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
