package org.casus.source;

import org.casus.model.Event;

/** Loads {@code events/events.csv}. */
final class EventsLoader implements TableLoader<Event> {

  @Override
  public String table() {
    return "events/events.csv";
  }

  @Override
  public Event load(Cells c) {
    return new Event(
        c.text("id"),
        c.text("kind"),
        c.text("label"),
        c.period("start", "end"),
        c.list("places"),
        c.optional("part_of"),
        c.optional("outcome"),
        c.factAttestation());
  }
}
