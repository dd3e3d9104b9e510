package org.casus.source;

import org.casus.model.Actor;

/** Loads {@code actors/actors.csv}. */
final class ActorsLoader implements TableLoader<Actor> {

  @Override
  public String table() {
    return "actors/actors.csv";
  }

  @Override
  public Actor load(Cells c) {
    return new Actor(
        c.text("id"),
        c.text("kind"),
        c.text("label"),
        c.optional("description"),
        c.optional("official_of"),
        c.optional("iso_code"),
        c.integer("cow_code"),
        c.factAttestation());
  }
}
