package org.casus.mapping;

import java.util.Optional;
import org.casus.model.Consequence;
import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.model.Period;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of events, of who took part in them and of what followed. */
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
                + labels.of("event", participation.event())
                + days(participation.period()))
        .thing(Casus.IS_ROLE_IN, "event", participation.event())
        .thing(Casus.IS_ROLE_OF, "actor", participation.actor())
        .thing(Casus.EVENT_ROLE, "event-role", participation.role())
        .string(Casus.SIDE, participation.side())
        .period(participation.period());
  }

  /** Two spells of one actor in one role differ by nothing else. */
  private static String days(Period period) {
    return period.start().isEmpty() && period.end().isEmpty() ? "" : ", " + Labels.period(period);
  }

  void consequence(Consequence consequence, ResourceWriter out) {
    out.type(Casus.CONSEQUENCE)
        .label(
            labels.of("actor", consequence.actor())
                + ", "
                + consequence.direction()
                + " from "
                + labels.allRecords(consequence.of())
                + ": "
                + Labels.excerpt(consequence.gist()))
        .records(Casus.IS_CONSEQUENCE_OF, consequence.of())
        .thing(Casus.IS_CONSEQUENCE_FOR, "actor", consequence.actor())
        .thing(Casus.CONSEQUENCE_DIRECTION, "consequence-direction", consequence.direction())
        .text(Casus.GIST, Optional.of(consequence.gist()))
        .things(Casus.IS_HELD_BY, "actor", consequence.heldBy());
  }
}
