package org.casus.source;

import org.casus.model.EventParticipation;

/** Loads {@code events/event-participants.csv}. */
final class EventParticipantsLoader implements TableLoader<EventParticipation> {

  @Override
  public String table() {
    return "events/event-participants.csv";
  }

  @Override
  public EventParticipation load(Cells c) {
    return new EventParticipation(
        c.text("id"),
        c.text("event"),
        c.text("actor"),
        c.text("role"),
        c.optional("side"),
        c.period("start", "end"),
        c.factAttestation());
  }
}
