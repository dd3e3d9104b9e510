package org.casus.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
  private static final String ID = "https://w3id.org/casus/id/";
  private static final String GRAPH = "https://w3id.org/casus/graph/";

  private final Explainer explainer = new Explainer(ExplainedDataset.dataset());

  private Explanation explain(String reference) {
    return explainer.explain(reference).orElseThrow();
  }

  @Test
  void each_independent_reason_is_told_with_rule_period_and_premises() {
    Thing bond = explain("bond/b").subject();

    assertThat(bond.kinds()).extracting(Named::label).containsExactly("bond");
    assertThat(bond.graphs()).containsExactly(GRAPH + "inferred/bonds");
    assertThat(bond.period()).isEqualTo(new Period("1997", "..", "2016-12-31"));
    assertThat(bond.isDerived()).isTrue();
    assertThat(bond.derivations())
        .containsExactly(
            new Derivation(
                ID + "derivation/2",
                new Named(ID + "rule/by-charter", "By charter"),
                "If: c. Then: b.",
                null,
                List.of(ID + "provision/charter", ID + "provision/treaty"),
                List.of()),
            new Derivation(
                ID + "derivation/1",
                new Named(ID + "rule/by-treaty", "By treaty"),
                "If: t. Then: b.",
                new Period("1997", null, null),
                List.of(ID + "provision/treaty"),
                List.of()));
  }

  @Test
  void a_curated_premise_has_graph_source_locators_and_status() {
    Thing premise = explain("bond/b").thing(ID + "provision/treaty");

    assertThat(premise.isDerived()).isFalse();
    assertThat(premise.period()).isNull();
    assertThat(premise.attestations())
        .containsExactly(
            new Attestation(
                GRAPH + "reference",
                List.of(new Named(ID + "source/atop", "ATOP")),
                List.of("alliance 1", "alliance 2"),
                List.of(new Named(ID + "source/cow", "COW")),
                List.of(),
                List.of(),
                List.of(),
                new Named(ID + "fact-status/verified", "verified")));
  }

  @Test
  void what_is_listed_and_never_cited_is_found_in_the_list() {
    assertThat(explain("citation/listed").subject().attestations())
        .singleElement()
        .satisfies(listed -> assertThat(listed.locators()).containsExactly("ref 34"));
  }

  @Test
  void premises_that_are_derived_are_explained_in_turn_and_each_thing_once() {
    assertThat(explain("tie/t").things())
        .extracting(Thing::iri)
        .containsExactly(
            ID + "tie/t",
            ID + "alignment/undated",
            ID + "bond/b",
            ID + "provision/charter",
            ID + "provision/treaty");
  }

  @Test
  void a_triple_that_was_concluded_is_explained_with_its_subject() {
    Explanation statement = explain("statement/s");

    assertThat(statement.subject().isDerived()).isFalse();
    assertThat(statement.subject().attestations().get(0).quotes())
        .containsExactly("say \"no\" to \\N &\tthe <rest>");
    DerivedTriple triple = statement.derivedTriples().get(0);
    assertThat(Words.triple(triple)).isEqualTo("speaks officially for Aland");
    assertThat(triple.graphs()).containsExactly(GRAPH + "inferred/bonds");
    assertThat(triple.derivations().get(0).premises()).containsExactly(ID + "capacity/c");
    assertThat(statement.thing(ID + "capacity/c").isDerived()).isTrue();
  }

  @Test
  void a_reason_that_tells_more_of_a_record_does_not_keep_it() {
    DatasetGraph dataset = ExplainedDataset.withFinding();

    assertThat(new Explainer(dataset).explain("provision/charter").orElseThrow().conclusions())
        .extracting(Conclusion::label, Conclusion::falls)
        .contains(tuple("Question", true));
  }

  @Test
  void a_reason_that_tells_more_of_a_record_says_what() {
    Explanation explanation =
        new Explainer(ExplainedDataset.withFinding()).explain("casus-foederis/f").orElseThrow();

    assertThat(explanation.subject().derivations())
        .extracting(derivation -> derivation.rule().label(), Derivation::tellsInWords)
        .containsExactly(tuple("Tie", ""), tuple("Finding", "has finding: not obliged"));
    assertThat(explanation.conclusions()).isEmpty();
    assertThat(ExplanationFormat.DOT.render(explanation))
        .contains("Finding\\nhas finding: not obliged")
        .doesNotContain("\"" + ID + "derivation/finding\" -> \"" + ID + "casus-foederis/f\"");
  }

  @Test
  void of_several_values_a_reason_tells_the_one_that_it_used() {
    Explanation explanation =
        new Explainer(
                ExplainedDataset.with(
                    """
                    GRAPH graph:catalogue {
                      <rule/help> rdfs:label "Help"@en ; casus:tellsOfRecord casus:helpRecorded .
                    }
                    GRAPH <https://w3id.org/casus/graph/inferred/casus-foederis> {
                      <casus-foederis/f> a casus:CasusFoederis ; rdfs:label "Question"@en ;
                        casus:helpRecorded <part/one> , <part/two> .
                    }
                    GRAPH <https://w3id.org/casus/graph/inferred/derivations> {
                      <casus-foederis/f> prov:wasGeneratedBy <derivation/one> , <derivation/two> .
                      <derivation/one> a casus:Derivation ; casus:derivedBy <rule/help> ;
                        prov:used <casus-foederis/f> , <part/one> .
                      <derivation/two> a casus:Derivation ; casus:derivedBy <rule/help> ;
                        prov:used <casus-foederis/f> , <part/two> .
                    }
                    """))
            .explain("casus-foederis/f")
            .orElseThrow();

    assertThat(explanation.subject().derivations())
        .extracting(Derivation::tellsInWords)
        .containsExactly("helpRecorded: part/one", "helpRecorded: part/two");
  }

  @Test
  void what_rests_on_a_premise_falls_with_its_last_reason_only() {
    assertThat(explain("provision/charter").conclusions())
        .extracting(Conclusion::label, Conclusion::direct, Conclusion::reasonsLeft)
        .containsExactly(tuple("Aland owes Bland defence", true, 1));
    assertThat(explain("provision/treaty").conclusions())
        .extracting(Conclusion::label, Conclusion::direct, Conclusion::reasonsLeft)
        .containsExactly(
            tuple("Aland owes Bland defence", true, 0),
            tuple("Bland allied with Aland", false, 0),
            tuple("Aland allied with Bland", false, 1));
    assertThat(explain("capacity/c").conclusions())
        .extracting(Conclusion::label, Conclusion::falls)
        .containsExactly(tuple("A speech speaks officially for Aland", true));
  }

  @Test
  void a_cycle_in_the_data_ends_the_walk() {
    Explainer cyclic =
        new Explainer(
            ExplainedDataset.with(
                """
                GRAPH <https://w3id.org/casus/graph/inferred/derivations> {
                  <derivation/1> prov:used <tie/t> .
                }
                """));

    assertThat(cyclic.explain("tie/t").orElseThrow().things()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bond/b",
        "id:bond/b",
        "id/bond/b",
        " <https://w3id.org/casus/id/bond/b> ",
        "https://w3id.org/casus/id/bond/b"
      })
  void a_thing_can_be_named_in_several_ways(String reference) {
    assertThat(explain(reference).iri()).isEqualTo(ID + "bond/b");
  }

  @Test
  void a_term_of_the_ontology_can_be_named_by_its_prefix() {
    assertThat(explain("casus:Bond").subject().label()).isEqualTo("bond");
  }

  @Test
  void a_reference_that_leads_to_nothing_has_similar_names() {
    assertThat(explainer.explain("provision/traety")).isEmpty();
    assertThat(explainer.similar("provision/traety"))
        .extracting(Named::iri)
        .first()
        .isEqualTo(ID + "provision/treaty");
    assertThat(explainer.similar("bond/aland-bland-defence"))
        .extracting(Named::iri)
        .startsWith(ID + "bond/b");
    assertThat(explainer.similar("")).isEmpty();
    assertThat(explainer.similar("zzzz/qqqq")).isEmpty();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
