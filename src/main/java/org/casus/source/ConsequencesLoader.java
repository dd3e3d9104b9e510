package org.casus.source;

import org.casus.model.Consequence;

/** Loads {@code events/consequences.csv}. */
final class ConsequencesLoader implements TableLoader<Consequence> {

  @Override
  public String table() {
    return "events/consequences.csv";
  }

  @Override
  public Consequence load(Cells c) {
    return new Consequence(
        c.text("id"),
        c.list("of"),
        c.text("actor"),
        c.text("direction"),
        c.text("gist"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
