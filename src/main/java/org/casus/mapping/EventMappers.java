package org.casus.mapping;

import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of events and of who took part in them (domain model, section 4). */
final class EventMappers {

  private final Ontology ontology;
  private final Labels labels;

  EventMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void event(Event event, ResourceWriter out) {
    out.type(ontology.classFor(Casus.EVENT, event.kind()))
        .label(event.label())
        .period(event.period())
        .things(Casus.TOOK_PLACE_AT, "place", event.places())
        .thing(Casus.IS_SUB_EVENT_OF, "event", event.partOf())
        .text(Casus.OUTCOME, event.outcome());
  }

  void participation(EventParticipation participation, ResourceWriter out) {
    out.type(Casus.EVENT_PARTICIPATION)
        .label(
            labels.of("actor", participation.actor())
                + " as "
                + participation.role()
                + " in "
                + labels.of("event", participation.event()))
        .thing(Casus.IS_ROLE_IN, "event", participation.event())
        .thing(Casus.IS_ROLE_OF, "actor", participation.actor())
        .thing(Casus.EVENT_ROLE, "event-role", participation.role());
  }
}
