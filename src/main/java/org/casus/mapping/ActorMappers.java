package org.casus.mapping;

import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;
import org.casus.model.Actor;
import org.casus.model.Alignment;
import org.casus.model.AlignmentStep;
import org.casus.model.Membership;
import org.casus.model.Office;
import org.casus.model.SystemMembership;
import org.casus.model.Tenure;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of actors, offices, tenures, memberships and alignments. */
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

  void systemMembership(SystemMembership membership, ResourceWriter out) {
    out.type(Casus.SYSTEM_MEMBERSHIP)
        .label(
            labels.of("actor", membership.state())
                + " in the interstate system, "
                + Labels.period(membership.period()))
        .thing(Casus.IS_SYSTEM_MEMBERSHIP_OF, "actor", membership.state())
        .period(membership.period());
  }

  void alignment(Alignment alignment, ResourceWriter out) {
    out.type(Casus.ALIGNMENT)
        .label(
            labels.of("actor", alignment.actor())
                + " towards "
                + labels.of("actor", alignment.towards())
                + ", "
                + alignment.kind()
                + ", "
                + Labels.period(alignment.period()))
        .thing(Casus.IS_ALIGNMENT_OF, "actor", alignment.actor())
        .thing(Casus.IS_ALIGNMENT_TOWARDS, "actor", alignment.towards())
        .thing(Casus.ALIGNMENT_KIND, "alignment-kind", alignment.kind())
        .period(alignment.period())
        .text(Casus.GIST, Optional.of(alignment.gist()))
        .things(Casus.IS_HELD_BY, "actor", alignment.heldBy());
  }

  void alignmentStep(AlignmentStep step, ResourceWriter out) {
    out.type(Casus.ALIGNMENT_STEP)
        .label(Labels.excerpt(step.gist()))
        .thing(Casus.IS_STEP_OF, "alignment", step.alignment())
        .thing(Casus.POLITICS_LEVEL, "politics-level", step.level())
        .text(Casus.GIST, Optional.of(step.gist()))
        .period(step.period())
        .records(Casus.CONCERNS, step.about());
  }
}
