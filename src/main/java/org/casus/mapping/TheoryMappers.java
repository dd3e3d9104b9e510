package org.casus.mapping;

import java.util.Optional;
import org.casus.model.CausalLink;
import org.casus.model.ExplanatoryVariable;
import org.casus.model.Proposition;
import org.casus.model.Theory;
import org.casus.model.TheoryRelation;
import org.casus.model.VariableEmphasis;
import org.casus.model.VariableRole;
import org.casus.vocab.Casus;

/** Mappers of theories, their propositions and their variables. */
final class TheoryMappers {

  private final Labels labels;

  TheoryMappers(Labels labels) {
    this.labels = labels;
  }

  void theory(Theory theory, ResourceWriter out) {
    out.type(Casus.THEORY)
        .label(theory.label())
        .text(Casus.GIST, Optional.of(theory.gist()))
        .text(Casus.SUBJECT_MATTER, theory.subjectMatter())
        .things(Casus.HAS_PROPONENT, "actor", theory.proponents());
  }

  void relation(TheoryRelation relation, ResourceWriter out) {
    out.type(Casus.THEORY_RELATION_CLASS)
        .label(
            labels.of("theory", relation.from())
                + ", "
                + Labels.words(relation.kind())
                + " "
                + labels.of("theory", relation.to()))
        .thing(Casus.IS_RELATION_FROM, "theory", relation.from())
        .thing(Casus.THEORY_RELATION, "theory-relation", relation.kind())
        .thing(Casus.IS_RELATION_TO, "theory", relation.to())
        .things(Casus.IS_HELD_BY, "actor", relation.heldBy());
  }

  void proposition(Proposition proposition, ResourceWriter out) {
    out.type(Casus.PROPOSITION)
        .label(
            labels.all("theory", proposition.theories())
                + ": "
                + Labels.excerpt(proposition.gist()))
        .things(Casus.IS_PROPOSITION_OF, "theory", proposition.theories())
        .text(Casus.GIST, Optional.of(proposition.gist()))
        .things(Casus.IS_HELD_BY, "actor", proposition.heldBy());
  }

  void variable(ExplanatoryVariable variable, ResourceWriter out) {
    out.type(Casus.EXPLANATORY_VARIABLE)
        .label(variable.label())
        .text(Casus.GIST, Optional.of(variable.gist()));
  }

  void role(VariableRole role, ResourceWriter out) {
    out.type(Casus.VARIABLE_ROLE_CLASS)
        .label(
            labels.of("variable", role.variable())
                + " as "
                + role.role()
                + " variable in "
                + labels.of("theory", role.theory())
                + role.level().map(level -> ", " + level + " level").orElse(""))
        .thing(Casus.IS_ROLE_OF_VARIABLE, "variable", role.variable())
        .thing(Casus.IS_ROLE_IN_THEORY, "theory", role.theory())
        .thing(Casus.VARIABLE_ROLE, "variable-role", role.role())
        .thing(Casus.LEVEL_OF_ANALYSIS, "level-of-analysis", role.level())
        .things(Casus.IS_HELD_BY, "actor", role.heldBy());
  }

  void causalLink(CausalLink link, ResourceWriter out) {
    out.type(Casus.CAUSAL_LINK)
        .label(
            labels.of("variable", link.from())
                + " influences "
                + labels.of("variable", link.to())
                + " in "
                + labels.allRecords(link.holders()))
        .thing(Casus.IS_LINK_FROM, "variable", link.from())
        .thing(Casus.IS_LINK_TO, "variable", link.to())
        .records(Casus.IS_LINK_IN, link.holders())
        .text(Casus.GIST, link.gist())
        .things(Casus.IS_HELD_BY, "actor", link.heldBy());
  }

  void emphasis(VariableEmphasis emphasis, ResourceWriter out) {
    out.type(Casus.VARIABLE_EMPHASIS)
        .label(
            labels.of("source", emphasis.work())
                + " on "
                + labels.of("variable", emphasis.variable()))
        .thing(Casus.IS_EMPHASIS_IN, "source", emphasis.work())
        .thing(Casus.IS_EMPHASIS_ON, "variable", emphasis.variable())
        .text(Casus.GIST, Optional.of(emphasis.gist()));
  }
}
