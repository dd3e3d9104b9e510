package org.casus.mapping;

import java.util.Optional;
import org.casus.model.Claim;
import org.casus.model.EdtfDate;
import org.casus.model.Statement;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;

/** Mappers of statements and of the claims that they make. */
final class StatementMappers {

  private final Ontology ontology;
  private final Labels labels;

  StatementMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void statement(Statement statement, ResourceWriter out) {
    out.type(Casus.STATEMENT)
        .label(
            labels.all("actor", statement.speakers())
                + " ("
                + statement.date().map(EdtfDate::text).orElse("undated")
                + "): "
                + Labels.excerpt(statement.gist()))
        .things(Casus.HAS_SPEAKER, "actor", statement.speakers())
        .things(Casus.SPOKEN_AS, "office", statement.spokenAs())
        .things(Casus.HAS_ADDRESSEE, "actor", statement.addressees())
        .date(Casus.DATE, statement.date())
        .thing(Casus.DATE_BASIS, "date-basis", statement.dateBasis())
        .thing(Casus.MEDIUM, "medium", statement.medium())
        .thing(Casus.SPOKEN_AT, "place", statement.place())
        .thing(Casus.MADE_DURING, "event", statement.event())
        .thing(Casus.ILLOCUTIONARY_KIND, "illocutionary-kind", statement.illocutionaryKind())
        .text(Casus.GIST, Optional.of(statement.gist()))
        .string(Casus.QUOTE, statement.quote())
        .things(Casus.ASSERTS, "claim", statement.asserts())
        .things(Casus.DENIES, "claim", statement.denies())
        .things(Casus.QUALIFIES, "claim", statement.qualifies())
        .things(Casus.HAS_PRIMARY_SOURCE, "source", statement.primarySources())
        .things(Casus.RELAYS, "statement", statement.relays());
  }

  void claim(Claim claim, ResourceWriter out) {
    out.type(ontology.classFor(Casus.CLAIM, claim.kind()))
        .label(Labels.excerpt(claim.gist()))
        .text(Casus.GIST, Optional.of(claim.gist()))
        .things(Casus.ABOUT_PLACE, "place", claim.subject().places())
        .things(Casus.ABOUT_ACTOR, "actor", claim.subject().actors())
        .things(Casus.ABOUT_EVENT, "event", claim.subject().events())
        .things(Casus.ABOUT_AGREEMENT, "agreement", claim.subject().agreements())
        .things(Casus.ENTITLED_ACTOR, "actor", claim.entitlement().entitled())
        .thing(Casus.ENTITLEMENT_OBJECT, "entitlement-object", claim.entitlement().object())
        .things(Casus.ENTITLEMENT_GROUND, "entitlement-ground", claim.entitlement().grounds())
        .things(Casus.RESPONSIBLE_ACTOR, "actor", claim.responsibility().responsible())
        .text(Casus.RESPONSIBLE_FOR, claim.responsibility().matter())
        .things(Casus.COMMITTED_ACTOR, "actor", claim.commitment().committed())
        .things(Casus.BENEFICIARY, "actor", claim.commitment().beneficiaries())
        .text(Casus.COMMITTED_CONDUCT, claim.commitment().conduct())
        .text(Casus.STATED_CAUSE, claim.causation().cause())
        .text(Casus.STATED_EFFECT, claim.causation().effect())
        .thing(Casus.PREVENTABILITY, "preventability", claim.prevention().preventability())
        .text(Casus.PREVENTION_MEANS, claim.prevention().means())
        .text(Casus.PREVENTION_PRICE, claim.prevention().price())
        .things(Casus.EVALUATED_ACTOR, "actor", claim.evaluation().evaluated())
        .thing(Casus.VALENCE, "valence", claim.evaluation().valence());
  }
}
