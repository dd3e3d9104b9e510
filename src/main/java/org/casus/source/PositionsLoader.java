package org.casus.source;

import org.casus.model.ScholarlyPosition;

/** Loads {@code theory/positions.csv}. */
final class PositionsLoader implements TableLoader<ScholarlyPosition> {

  @Override
  public String table() {
    return "theory/positions.csv";
  }

  @Override
  public ScholarlyPosition load(Cells c) {
    return new ScholarlyPosition(
        c.text("id"),
        c.text("kind"),
        c.list("held_by"),
        c.text("gist"),
        c.optional("quote"),
        c.list("about"),
        c.articleAttestation());
  }
}
