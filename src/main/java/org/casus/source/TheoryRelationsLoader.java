package org.casus.source;

import org.casus.model.TheoryRelation;

/** Loads {@code theory/theory-relations.csv}. */
final class TheoryRelationsLoader implements TableLoader<TheoryRelation> {

  @Override
  public String table() {
    return "theory/theory-relations.csv";
  }

  @Override
  public TheoryRelation load(Cells c) {
    return new TheoryRelation(
        c.text("id"),
        c.text("from_theory"),
        c.text("kind"),
        c.text("to_theory"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
