package org.casus.mapping;

import java.util.Optional;
import org.casus.model.Agreement;
import org.casus.model.Participation;
import org.casus.model.Provision;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of agreements, their parties and provisions. */
final class AgreementMappers {

  private final Ontology ontology;
  private final Labels labels;

  AgreementMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void agreement(Agreement agreement, ResourceWriter out) {
    out.type(ontology.classFor(Casus.AGREEMENT, agreement.kind()))
        .label(agreement.label())
        .date(Casus.SIGNED, agreement.signed())
        .thing(Casus.SIGNED_AT, "place", agreement.signedAt())
        .period(agreement.inForce())
        .thing(Casus.FOUNDS, "actor", agreement.founds())
        .things(Casus.SUPERSEDES, "agreement", agreement.supersedes())
        .things(Casus.AMENDS, "agreement", agreement.amends())
        .integer(Casus.ATOP_ID, agreement.atopId())
        .integer(Casus.COW_ALLIANCE_ID, agreement.cowId());
  }

  void participation(Participation participation, ResourceWriter out) {
    out.type(Casus.PARTICIPATION)
        .label(
            labels.of("actor", participation.party())
                + " as "
                + participation.role()
                + " of "
                + labels.of("agreement", participation.agreement())
                + ", "
                + Labels.period(participation.period()))
        .thing(Casus.IS_PARTICIPATION_IN, "agreement", participation.agreement())
        .thing(Casus.IS_PARTICIPATION_OF, "actor", participation.party())
        .thing(Casus.PARTICIPATION_ROLE, "participation-role", participation.role())
        .integer(Casus.PHASE, participation.phase())
        .period(participation.period());
  }

  void provision(Provision provision, ResourceWriter out) {
    out.type(Casus.PROVISION)
        .label(
            labels.of("agreement", provision.agreement()) + ": " + Labels.excerpt(provision.gist()))
        .thing(Casus.IS_PROVISION_OF, "agreement", provision.agreement())
        .thing(Casus.PROVISION_KIND, "provision-kind", provision.kind())
        .text(Casus.GIST, Optional.of(provision.gist()))
        .things(Casus.OWED_BY, "actor", provision.owedBy())
        .things(Casus.OWED_TO, "actor", provision.owedTo())
        .text(Casus.CONDITION, provision.condition())
        .thing(Casus.SCOPE_KIND, "scope-kind", provision.scope())
        .things(Casus.SCOPE_PLACE, "place", provision.scopePlaces())
        .integer(Casus.STAGE, provision.stage())
        .integer(Casus.PHASE, provision.phase())
        .period(provision.period());
  }
}
