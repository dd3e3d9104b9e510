package org.casus.mapping;

import org.apache.jena.vocabulary.DCTerms;
import org.casus.model.Actor;
import org.casus.model.Membership;
import org.casus.model.Office;
import org.casus.model.Tenure;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of actors, offices, tenures and memberships (domain model, section 1). */
final class ActorMappers {

  private final Ontology ontology;
  private final Labels labels;

  ActorMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void actor(Actor actor, ResourceWriter out) {
    out.type(ontology.classFor(Casus.ACTOR, actor.kind()))
        .label(actor.label())
        .text(DCTerms.description.asNode(), actor.description())
        .thing(Casus.IS_ORGAN_OF, "actor", actor.officialOf())
        .string(Casus.ISO_CODE, actor.isoCode())
        .integer(Casus.COW_CODE, actor.cowCode());
  }

  void office(Office office, ResourceWriter out) {
    out.type(Casus.OFFICE)
        .label(office.label())
        .thing(Casus.IS_OFFICE_OF, "actor", office.of())
        .thing(Casus.IS_OFFICE_IN, "actor", office.body());
  }

  void tenure(Tenure tenure, ResourceWriter out) {
    out.type(Casus.TENURE)
        .label(
            labels.of("actor", tenure.person())
                + (tenure.acting() ? ", acting " : ", ")
                + labels.of("office", tenure.office())
                + ", "
                + Labels.period(tenure.period()))
        .thing(Casus.IS_TENURE_OF, "actor", tenure.person())
        .thing(Casus.IS_TENURE_IN, "office", tenure.office())
        .period(tenure.period())
        .flag(Casus.IS_ACTING, tenure.acting());
  }

  void membership(Membership membership, ResourceWriter out) {
    out.type(Casus.MEMBERSHIP)
        .label(
            labels.of("actor", membership.member())
                + " in "
                + labels.of("actor", membership.organisation())
                + " as "
                + membership.role()
                + ", "
                + Labels.period(membership.period()))
        .thing(Casus.IS_MEMBERSHIP_OF, "actor", membership.member())
        .thing(Casus.IS_MEMBERSHIP_IN, "actor", membership.organisation())
        .thing(Casus.MEMBERSHIP_ROLE, "membership-role", membership.role())
        .period(membership.period());
  }
}
