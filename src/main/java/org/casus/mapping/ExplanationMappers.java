package org.casus.mapping;

import java.util.Optional;
import org.casus.model.Assessment;
import org.casus.model.Counterfactual;
import org.casus.model.Evidence;
import org.casus.model.Explanandum;
import org.casus.model.Explanation;
import org.casus.model.Hypothesis;
import org.casus.model.Interest;
import org.casus.model.PolicyInitiative;
import org.casus.model.ResearchQuestion;
import org.casus.model.ScholarlyPosition;
import org.casus.vocab.Casus;

/**
 * Mappers of what authors ask, explain, judge and hold: questions, explanations, evidence,
 * positions and the like.
 */
final class ExplanationMappers {

  private final Labels labels;

  ExplanationMappers(Labels labels) {
    this.labels = labels;
  }

  void explanandum(Explanandum explanandum, ResourceWriter out) {
    out.type(Casus.EXPLANANDUM)
        .label(explanandum.label())
        .text(Casus.GIST, Optional.of(explanandum.gist()))
        .records(Casus.CONCERNS, explanandum.about());
  }

  void explanation(Explanation explanation, ResourceWriter out) {
    out.type(Casus.EXPLANATION)
        .label(explanation.label())
        .thing(Casus.EXPLAINS, "explanandum", explanation.explains())
        .text(Casus.GIST, Optional.of(explanation.gist()))
        .things(Casus.DRAWS_ON, "theory", explanation.drawsOn())
        .things(Casus.USES_VARIABLE, "variable", explanation.variables())
        .things(Casus.IS_POSED_BY, "actor", explanation.proposedBy())
        .things(Casus.IS_COMBINED_WITH, "explanation", explanation.combinedWith());
  }

  void assessment(Assessment assessment, ResourceWriter out) {
    out.type(Casus.ASSESSMENT)
        .label(
            labels.all("actor", assessment.by())
                + " on "
                + labels.allRecords(assessment.of())
                + ": "
                + Labels.words(assessment.verdict()))
        .things(Casus.IS_ASSESSMENT_BY, "actor", assessment.by())
        .records(Casus.IS_ASSESSMENT_OF, assessment.of())
        .thing(Casus.VERDICT, "verdict", assessment.verdict())
        .text(Casus.ASSESSMENT_REASON, Optional.of(assessment.reason()));
  }

  void evidence(Evidence evidence, ResourceWriter out) {
    out.type(Casus.EVIDENCE)
        .label(
            labels.allRecords(evidence.on())
                + ", "
                + evidence.direction()
                + ": "
                + Labels.excerpt(evidence.gist()))
        .records(Casus.IS_EVIDENCE_ON, evidence.on())
        .thing(Casus.EVIDENCE_DIRECTION, "evidence-direction", evidence.direction())
        .text(Casus.GIST, Optional.of(evidence.gist()))
        .records(Casus.IS_EVIDENCE_FROM, evidence.restsOn())
        .things(Casus.IS_EVIDENCE_ACCORDING_TO, "actor", evidence.accordingTo());
  }

  void question(ResearchQuestion question, ResourceWriter out) {
    out.type(Casus.RESEARCH_QUESTION)
        .label(Labels.excerpt(question.gist()))
        .text(Casus.GIST, Optional.of(question.gist()))
        .things(Casus.IS_POSED_BY, "actor", question.askedBy())
        .thing(Casus.IS_PART_OF_QUESTION, "research-question", question.partOf())
        .things(Casus.ABOUT_ACTOR, "actor", question.aboutActors())
        .text(Casus.AIM, question.aim())
        .thing(Casus.LEVEL_OF_ANALYSIS, "level-of-analysis", question.level());
  }

  void hypothesis(Hypothesis hypothesis, ResourceWriter out) {
    out.type(Casus.HYPOTHESIS)
        .label(Labels.excerpt(hypothesis.gist()))
        .text(Casus.GIST, Optional.of(hypothesis.gist()))
        .things(Casus.IS_POSED_BY, "actor", hypothesis.posedBy())
        .things(Casus.ANSWERS, "research-question", hypothesis.answers())
        .things(Casus.USES_VARIABLE, "variable", hypothesis.variables())
        .thing(Casus.EXPLAINS, "explanandum", hypothesis.explains());
  }

  void counterfactual(Counterfactual counterfactual, ResourceWriter out) {
    out.type(Casus.COUNTERFACTUAL)
        .label("Supposed: " + Labels.excerpt(counterfactual.antecedent()))
        .text(Casus.ANTECEDENT, Optional.of(counterfactual.antecedent()))
        .text(Casus.CONSEQUENT, Optional.of(counterfactual.consequent()))
        .things(Casus.IS_HELD_BY, "actor", counterfactual.heldBy())
        .records(Casus.CONCERNS, counterfactual.about());
  }

  void initiative(PolicyInitiative initiative, ResourceWriter out) {
    out.type(Casus.POLICY_INITIATIVE)
        .label(initiative.label())
        .things(Casus.IS_INITIATIVE_OF, "actor", initiative.of())
        .text(Casus.GIST, Optional.of(initiative.gist()))
        .records(Casus.LEADS_TO, initiative.leadsTo())
        .period(initiative.period());
  }

  void position(ScholarlyPosition position, ResourceWriter out) {
    out.type(Casus.SCHOLARLY_POSITION)
        .label(labels.all("actor", position.heldBy()) + ": " + Labels.excerpt(position.gist()))
        .thing(Casus.POSITION_KIND, "position-kind", position.kind())
        .things(Casus.IS_HELD_BY, "actor", position.heldBy())
        .text(Casus.GIST, Optional.of(position.gist()))
        .string(Casus.QUOTE, position.quote())
        .records(Casus.CONCERNS, position.about());
  }

  void interest(Interest interest, ResourceWriter out) {
    out.type(Casus.INTEREST)
        .label(labels.of("actor", interest.actor()) + ": " + Labels.excerpt(interest.gist()))
        .thing(Casus.IS_INTEREST_OF, "actor", interest.actor())
        .text(Casus.GIST, Optional.of(interest.gist()))
        .things(Casus.IS_HELD_BY, "actor", interest.heldBy())
        .records(Casus.CONCERNS, interest.about());
  }
}
