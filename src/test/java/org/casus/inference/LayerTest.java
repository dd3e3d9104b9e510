package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;
import static org.casus.testing.GraphAssert.turtle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.CalendarDates;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.problem.Problems;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with rules of the test: what it derives, in which order, and how it tells reasons. */
class LayerTest {

  private static final String PREFIXES =
      """

      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX t: <urn:test:>

      """;

  private static final List<String> DATES =
      List.of(
          "1998-01-01",
          "2000",
          "2000~",
          "2000-01-01",
          "2000-06",
          "2000-06-30",
          "2001-01-01",
          "2004-12-31",
          "2005-01-01",
          "2005-01-02",
          "2005-01-03",
          "2005",
          "2010-12-31",
          "2012-12-31",
          "2013-01-01",
          "2014-01-01",
          "2015-01-01",
          "2016-12-31",
          "2017-01-01",
          "2017-06-01",
          "2018-01-01",
          "2019-01-01",
          "2020-12-31",
          "..");

  @TempDir private Path directory;
  private final List<Triple> facts = new ArrayList<>();

  @BeforeEach
  void describeDates() {
    DATES.forEach(date -> CalendarDates.describe(EdtfDate.parse(date), facts::add));
  }

  /** A line of descent and a circle, of which a rule knows the next step only. */
  @Nested
  class FixedPoint {

    @BeforeEach
    void ancestors() {
      rule(
          "10-parent",
          "# Support: ?a ?b",
          "CONSTRUCT { ?a t:ancestor ?b } WHERE { ?a t:parent ?b }");
      rule(
          "10-ancestor",
          "# Support: ?a ?b",
          "CONSTRUCT { ?a t:ancestor ?c } WHERE { ?a t:parent ?b . ?b t:ancestor ?c }");
      given(
          """
          <p/1> <urn:test:parent> <p/2> .
          <p/2> <urn:test:parent> <p/3> .
          <p/3> <urn:test:parent> <p/4> .
          <p/4> <urn:test:parent> <p/5> .
          <p/5> <urn:test:parent> <p/6> .
          <c/1> <urn:test:parent> <c/2> .
          <c/2> <urn:test:parent> <c/3> .
          <c/3> <urn:test:parent> <c/1> .
          """);
    }

    @Test
    void closureIsReached() {
      StringBuilder closure = new StringBuilder();
      for (int i = 1; i <= 6; i++) {
        for (int j = i + 1; j <= 6; j++) {
          closure.append("<p/%d> <urn:test:ancestor> <p/%d> .\n".formatted(i, j));
        }
      }
      for (int i = 1; i <= 3; i++) {
        for (int j = 1; j <= 3; j++) {
          closure.append("<c/%d> <urn:test:ancestor> <c/%d> .\n".formatted(i, j));
        }
      }
      assertThatGraph(graph(derived(), "inferred/x")).hasExactly(closure.toString());
    }

    @Test
    void everyStepHasItsReasonOnce() {
      Graph derivations = graph(derived(), "inferred/derivations");
      // Of the line: 5 parents, 10 by a step. Of the circle: 3 parents, and each of the 9 by a
      // step.
      assertThat(subjects(derivations, Casus.DERIVED_BY, Iris.thing("rule", "parent"))).hasSize(8);
      assertThat(subjects(derivations, Casus.DERIVED_BY, Iris.thing("rule", "ancestor")))
          .hasSize(19);
    }

    @Test
    void secondRunAddsNothing() {
      UnionDataset dataset = dataset(facts);
      assertThat(book().apply(dataset)).isPositive();
      SortedSet<String> first = lines(dataset.named());
      assertThat(book().apply(dataset)).isZero();
      assertThat(lines(dataset.named())).isEqualTo(first);
    }

    @Test
    void recordsCanRestOnRecords() {
      rule(
          "20-link",
          "# Record: link ?a ?b\n# Text: ?a to ?b\n# Support: ?a",
          "CONSTRUCT { ?record t:from ?a ; t:to ?b } WHERE { ?a t:parent ?b }");
      rule(
          "20-longer-link",
          "# Record: link ?a ?c\n# Text: ?a to ?c\n# Support: ?link ?a",
          """
          CONSTRUCT { ?record t:from ?a ; t:to ?c }
          WHERE { ?a t:parent ?b . ?link t:from ?b ; t:to ?c }
          """);
      Graph links = graph(derived(), "inferred/x");
      assertThat(links.find(Node.ANY, test("from"), Node.ANY).toList()).hasSize(15 + 9);
      assertThatGraph(links)
          .hasAtLeast("<link/1--6> <urn:test:from> <p/1> ; <urn:test:to> <p/6> .");
    }

    /** A data set gets its conclusions through another door. */
    @Test
    void theSameOverADataset() {
      Graph graph = GraphFactory.createDefaultGraph();
      facts.forEach(graph::add);
      List<Quad> out = new ArrayList<>();
      book().applyOverDataset(graph, "world", out::add);
      assertThat(out).as("rules that are not meant for data sets").isEmpty();

      overDatasets("10-parent");
      overDatasets("10-ancestor");
      book().applyOverDataset(graph, "world", out::add);
      assertThat(out.stream().filter(quad -> quad.getPredicate().equals(test("ancestor"))))
          .hasSize(15 + 9)
          .allMatch(quad -> quad.getGraph().equals(Iris.graph("inferred/world/x")));
    }
  }

  @Nested
  class Layers {

    @Test
    void aRuleThatDeniesSeesTheEarlierLayerComplete() {
      // The names are such that the denying rule is read first.
      rule(
          "20-alone",
          "# Support: ?a ?b",
          """
          CONSTRUCT { ?a t:unrelatedTo ?b }
          WHERE {
            ?a a t:Person .
            ?b a t:Person .
            FILTER(?a != ?b)
            FILTER NOT EXISTS { ?a t:ancestor ?b }
            FILTER NOT EXISTS { ?b t:ancestor ?a }
          }
          """);
      rule(
          "10-parent",
          "# Support: ?a ?b",
          "CONSTRUCT { ?a t:ancestor ?b } WHERE { ?a t:parent ?b }");
      rule(
          "10-zancestor",
          "# Support: ?a ?b",
          "CONSTRUCT { ?a t:ancestor ?c } WHERE { ?a t:ancestor ?b . ?b t:ancestor ?c }");
      given(
          """
          <p/1> a <urn:test:Person> ; <urn:test:parent> <p/2> .
          <p/2> a <urn:test:Person> ; <urn:test:parent> <p/3> .
          <p/3> a <urn:test:Person> ; <urn:test:parent> <p/4> .
          <p/4> a <urn:test:Person> ; <urn:test:parent> <p/5> .
          <p/5> a <urn:test:Person> .
          <p/6> a <urn:test:Person> ; <urn:test:parent> <p/5> .
          """);
      assertThat(
              graph(derived(), "inferred/x")
                  .find(Node.ANY, test("unrelatedTo"), Node.ANY)
                  .mapWith(triple -> slug(triple.getSubject()) + slug(triple.getObject()))
                  .toSet())
          .containsExactlyInAnyOrder("16", "61", "26", "62", "36", "63", "46", "64");
    }

    @Test
    void anEarlierLayerDoesNotSeeALaterOne() {
      rule("20-b", "# Support: ?a", "CONSTRUCT { ?a t:b ?x } WHERE { ?a t:a ?x }");
      rule("10-c", "# Support: ?a", "CONSTRUCT { ?a t:c ?x } WHERE { ?a t:b ?x }");
      given("<p/1> <urn:test:a> <p/2> .");
      assertThatGraph(graph(derived(), "inferred/x")).hasExactly("<p/1> <urn:test:b> <p/2> .");
    }

    /** A thing of the facts is no record, even if the rule calls it one. */
    @Test
    void aLayerRunsAgainForThingsOfTheFacts() {
      rule("20-b", "# Support: ?record", "CONSTRUCT { ?record t:b ?y } WHERE { ?record t:a ?y }");
      rule("20-a", "# Support: ?x", "CONSTRUCT { ?x t:c ?y } WHERE { ?x t:b ?y ; t:imported ?z }");
      given("<p/1> <urn:test:a> <p/2> ; <urn:test:imported> <p/2> .");
      assertThat(derived().union().find(Node.ANY, test("c"), Node.ANY).toList()).hasSize(1);
    }

    @Test
    void rulesOfOneLayerFeedEachOtherWhateverTheirNames() {
      rule("10-a", "# Support: ?a", "CONSTRUCT { ?a t:d ?x } WHERE { ?a t:c ?x }");
      rule("10-b", "# Support: ?a", "CONSTRUCT { ?a t:c ?x } WHERE { ?a t:b ?x }");
      rule("10-c", "# Support: ?a", "CONSTRUCT { ?a t:b ?x } WHERE { ?a t:a ?x }");
      given("<p/1> <urn:test:a> <p/2> .");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasExactly("<p/1> <urn:test:b> <p/2> ; <urn:test:c> <p/2> ; <urn:test:d> <p/2> .");
    }
  }

  /** Of what is told of records of a data set, rules get what they may ask for, and no more. */
  @Nested
  class RecordsOfADataset {

    /** Two reasons for one tie. */
    @BeforeEach
    void ties() {
      for (String kind : List.of("treaty", "custom")) {
        LayerTest.this.rule(
            "10-" + kind,
            "# Record: tie ?a\n# Text: ?a\n# Support: ?spell\n# During: ?spell",
            "CONSTRUCT { ?record a t:Tie ; t:of ?a ; t:remark ?a } WHERE { ?spell t:%s ?a }"
                .formatted(kind));
        overDatasets("10-" + kind);
        spell(kind, kind, "2000-01-01", "2004-12-31");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "?tie a t:Tie ; t:of ?a",
          "VALUES ?kind { t:Pact t:Tie } ?tie a ?kind ; t:of ?a",
          "{ SELECT * { VALUES ?kind { t:Tie } ?tie a ?kind ; t:of ?a } }",
          "VALUES (?kind ?a) { (UNDEF <https://w3id.org/casus/id/actor/a>) } ?tie a ?kind ; t:of ?a",
          "?tie a ?kind ; t:of ?a FILTER(?kind = t:Tie)",
          "?tie t:of ?a ; a/t:none? t:Tie",
          "?tie t:of ?a FILTER EXISTS { ?tie a t:Tie }",
          "?tie t:of ?a OPTIONAL { ?tie a ?kind } FILTER(BOUND(?kind))",
          "?a ^t:remark ?tie",
        })
    void aLaterRuleFindsWhatItAsksForHoweverItDoes(String pattern) {
      rule("20-bloc", "# Support: ?tie", "CONSTRUCT { ?a t:bloc ?a } WHERE { " + pattern + " }");
      overDatasets("20-bloc");
      assertThat(overADataset())
          .filteredOn(triple -> triple.getPredicate().equals(test("bloc")))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "?tie t:of ?a FILTER NOT EXISTS { ?tie a t:Tie }",
          "?tie t:of ?a MINUS { ?tie a ?kind }",
          "?tie t:of ?a FILTER NOT EXISTS { ?tie t:remark|t:none ?a }",
        })
    void aLaterRuleFindsWhatItDenies(String pattern) {
      rule("20-free", "# Support: ?tie", "CONSTRUCT { ?a t:free ?a } WHERE { " + pattern + " }");
      overDatasets("20-free");
      assertThat(overADataset())
          .filteredOn(triple -> triple.getPredicate().equals(test("free")))
          .isEmpty();
    }

    /** Their periods are no triples among the facts, and yet found like triples. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "?tie t:of ?a ; casus:start/casus:firstDay '2000-01-01'^^xsd:date",
          "?tie t:of ?a ; casus:end <https://w3id.org/casus/id/date/2004-12-31>",
          "?tie casus:start <https://w3id.org/casus/id/date/2000-01-01> . ?tie t:of ?a",
          "VALUES ?end { <https://w3id.org/casus/id/date/2004-12-31> } ?tie casus:end ?end ; t:of ?a",
          "?tie t:of ?a FILTER EXISTS { ?tie casus:start ?start }",
          "?tie t:of ?a FILTER NOT EXISTS { ?tie casus:attestedUntil ?day }",
          "?tie t:of ?a ; casus:start|casus:none ?start",
          "?tie casus:start ?start FILTER(CONTAINS(STR(?tie), '/tie/')) VALUES ?a { <https://w3id.org/casus/id/actor/a> }",
        })
    void aLaterRuleFindsTheirPeriods(String pattern) {
      rule(
          "20-bloc",
          "# Support: ?tie",
          "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\nCONSTRUCT { ?a t:bloc ?a } WHERE { "
              + pattern
              + " }");
      overDatasets("20-bloc");
      assertThat(overADataset())
          .filteredOn(triple -> triple.getPredicate().equals(test("bloc")))
          .hasSize(1);
    }

    /** The header of a rule finds their periods whichever way its pattern finds them. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "?tie t:of ?a",
          "?a ^t:of ?tie",
          "?tie t:seal ?a",
          "?a t:ties ?tie",
          "?tie t:of ?a ; casus:start ?start",
        })
    void aLaterRuleHoldsAsLongAsTheyDo(String pattern) {
      rule(
          "15-seal",
          "# Record: ?tie\n# Support: ?tie",
          "CONSTRUCT { ?tie t:seal ?a } WHERE { ?tie a t:Tie ; t:of ?a }");
      rule(
          "15-ties",
          "# Support: ?tie",
          "CONSTRUCT { ?a t:ties ?tie } WHERE { ?tie a t:Tie ; t:of ?a }");
      rule(
          "30-bloc",
          "# Record: bloc ?a\n# Text: ?a\n# Support: ?tie\n# During: ?tie",
          "CONSTRUCT { ?record t:blocOf ?a } WHERE { %s }".formatted(pattern));
      List.of("15-seal", "15-ties", "30-bloc").forEach(LayerTest.this::overDatasets);
      assertThat(overADataset())
          .contains(
              Triple.create(
                  thing("bloc/a--2000-01-01--world"), Casus.END, thing("date/2004-12-31")));
    }

    /** A rule about wars makes nothing be kept for it where there are none. */
    @Test
    void whatARuleAsksForIsKeptIfItMayFire() {
      rule(
          "30-bloc",
          "# Support: ?tie",
          "CONSTRUCT { ?a t:bloc ?a } WHERE { ?tie t:of ?a ; t:remark ?a . ?war a t:War ; t:in ?a }");
      overDatasets("30-bloc");
      assertThat(kept()).doesNotContain(test("of"), test("remark"));

      rule(
          "20-war",
          "# Record: war ?a\n# Text: ?a\n# Support: ?clash",
          "CONSTRUCT { ?record a t:War ; t:in ?a } WHERE { ?clash t:clashOf ?a }");
      overDatasets("20-war");
      assertThat(kept()).doesNotContain(test("of"), test("remark"));

      given("<clash/c> <urn:test:clashOf> <actor/a> .");
      assertThat(kept()).contains(test("of"), test("remark"), test("bloc"));
    }

    /** A rule about one sort of records makes nothing be kept for it of the others. */
    @ParameterizedTest
    @CsvSource({
      "?tie t:of ?a ; t:remark <https://w3id.org/casus/id/actor/a>, true",
      "?tie t:of ?a ; t:remark <https://w3id.org/casus/id/actor/b>, false",
      "?tie t:of ?a OPTIONAL { ?tie t:remark <https://w3id.org/casus/id/actor/b> }, true",
      "?tie t:of ?a FILTER NOT EXISTS { ?tie t:remark <https://w3id.org/casus/id/actor/b> }, true",
      "?tie t:remark ?a FILTER NOT EXISTS { ?tie t:of ?a }, true",
      "?tie t:remark ?a ; t:seen ?b FILTER NOT EXISTS { ?tie t:of ?a }, false",
      "?b ^t:seen ?tie OPTIONAL { ?tie t:remark ?a FILTER NOT EXISTS { ?tie t:of/t:in? ?c } }, true",
      "?tie t:seen ?b OPTIONAL { ?tie t:remark ?a FILTER NOT EXISTS { ?tie t:of/t:in ?c } }, false",
      // A rule may tell it later.
      "?tie t:of ?a ; t:seal <https://w3id.org/casus/id/actor/b>, true",
    })
    void whatARuleAsksForIsKeptOfTheRecordsThatItMeans(String pattern, boolean kept) {
      rule(
          "15-seal",
          "# Record: ?tie\n# Support: ?tie",
          "CONSTRUCT { ?tie t:seal ?sealed } WHERE { ?tie a t:Tie ; t:none ?sealed }");
      rule(
          "30-bloc",
          "# Support: ?tie",
          "CONSTRUCT { ?a t:bloc ?a } WHERE { %s }".formatted(pattern));
      overDatasets("15-seal");
      overDatasets("30-bloc");
      given(
          "<x/1> <urn:test:seal> <actor/c> ; <urn:test:remark> <actor/c> ; <urn:test:seen> <actor/c> .");
      assertThat(kept().contains(test("of"))).isEqualTo(kept);
    }

    /** Whatever a pattern makes of what is there and what is not. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          // What is optional is looked for before what would rule it out.
          "OPTIONAL { ?tie t:of ?b } ?tie t:seen ?a",
          "?a t:in ?c OPTIONAL { ?tie t:of ?b } { ?tie t:seen ?a }",
          // Values of one branch are none of another.
          "{ VALUES ?kind { t:Other } ?x a ?kind ; t:none ?a } UNION { ?tie a ?kind ; t:of ?a }",
          "?tie a ?kind ; t:of ?a MINUS { VALUES ?kind { t:Other } ?tie a ?kind }",
          "?tie t:of ?a OPTIONAL { VALUES ?kind { t:Other } ?a a ?kind } FILTER EXISTS { ?tie a ?kind }",
          "?tie t:of ?a OPTIONAL { VALUES ?kind { t:Other } ?a a ?kind } FILTER NOT EXISTS { ?tie a ?kind }",
          "OPTIONAL { ?none t:none ?none VALUES ?tie { t:none } } VALUES (?tie ?b) { (UNDEF <https://w3id.org/casus/id/actor/a>) } ?tie t:of ?a",
          // What a condition denies is of the things that are bound where it stands.
          "OPTIONAL { ?tie t:of ?b FILTER NOT EXISTS { ?tie t:remark ?b } } ?tie t:seen ?a",
          "?a ^t:seen ?x BIND(EXISTS { ?tie t:remark ?b } AS ?told) ?tie t:seen ?a FILTER(?told)",
          "?x t:seen ?a { ?y t:seen ?a FILTER EXISTS { ?tie t:remark ?b } } ?tie t:seen ?a",
          "?tie t:of ?a MINUS { ?tie t:remark ?b }",
          "?tie t:seen ?a { ?y t:seen ?a FILTER EXISTS { ?tie t:remark ?b } }",
          "?tie t:seen ?a { { ?y t:seen ?a FILTER EXISTS { ?tie t:remark ?b } } UNION { ?a t:none ?a } }",
          "?tie t:seen ?a MINUS { ?x t:seen ?a FILTER EXISTS { ?tie t:remark ?b } }",
          "?tie t:seen ?a OPTIONAL { ?a t:in? ?c BIND(EXISTS { ?tie t:remark ?b } AS ?told) } FILTER(?told)",
          "?tie t:seen ?a OPTIONAL { ?y t:seen ?a OPTIONAL { ?y t:seen ?d FILTER EXISTS { ?tie t:remark ?b } } } FILTER(BOUND(?d))",
          "?x t:seen ?a MINUS { ?tie t:remark ?c . ?x t:seen ?a } ?tie t:seen ?a",
          "{ ?tie t:of ?a FILTER EXISTS { ?tie t:remark ?b } } UNION { ?tie t:none ?a }",
          "?tie t:of ?a FILTER NOT EXISTS { ?x t:seen ?b FILTER NOT EXISTS { ?tie t:remark ?a } }",
          "?tie t:of ?a FILTER NOT EXISTS { ?tie t:seal|t:none ?b ; t:remark ?a }",
          "?tie t:of ?a FILTER NOT EXISTS { ?tie casus:start/casus:firstDay ?day }",
          "?tie t:of ?a FILTER EXISTS { ?tie casus:end ?day FILTER NOT EXISTS { ?tie t:seal ?b } }",
          // Conditions stand outside of patterns, too.
          "{ SELECT ?tie ?a { ?tie t:of ?a } GROUP BY ?tie ?a HAVING(EXISTS { ?tie t:remark ?a }) }",
          "{ SELECT ?tie ?a { ?tie t:of ?a } GROUP BY ?tie ?a HAVING(NOT EXISTS { ?tie t:remark ?a }) }",
          "{ SELECT ?tie ?a (EXISTS { ?tie t:remark ?a } AS ?told) { ?tie t:of ?a } } FILTER(?told)",
          "{ SELECT ?a (COUNT(IF(EXISTS { ?tie t:remark ?a }, ?tie, ?none)) AS ?n) { ?tie t:of ?a } GROUP BY ?a } FILTER(?n > 0)",
        })
    void theSameFollowsAsFromCuratedGraphs(String pattern) {
      rule(
          "30-bloc", "# Support: ?a", "CONSTRUCT { ?a t:bloc ?a } WHERE { %s }".formatted(pattern));
      overDatasets("30-bloc");
      given("<x/1> <urn:test:seen> <actor/b> . <actor/b> <urn:test:in> <actor/c> .");
      assertSameBlocs();
    }

    /** Of records and of things of the facts alike, whichever rule tells it. */
    @ParameterizedTest
    @CsvSource({
      "'# Support: ?a', ?tie t:seal ?s, ?tie a t:Tie . ?a t:sealed ?s, "
          + "?tie t:of ?a ; t:seal <https://w3id.org/casus/id/actor/b>",
      "'# Record: pact ?a|# Text: ?a|# Support: ?tie', ?record t:pactOf ?a . ?tie t:pact ?record, "
          + "?tie a t:Tie . ?a t:sealed ?s, ?tie t:of ?a ; t:pact ?p",
      "'# Record: pact ?a|# Text: ?a|# Support: ?a', ?record t:pactOf ?a . ?a t:pact ?record, "
          + "?a t:sealed ?s, ?a t:pact ?p ; t:sealed <https://w3id.org/casus/id/actor/b>",
    })
    void whatOtherRulesTellIsReckonedWith(
        String header, String template, String premise, String pattern) {
      rule(
          "15-more",
          header.replace("|", "\n"),
          "CONSTRUCT { %s } WHERE { %s }".formatted(template, premise));
      rule(
          "30-bloc", "# Support: ?a", "CONSTRUCT { ?a t:bloc ?a } WHERE { %s }".formatted(pattern));
      overDatasets("15-more");
      overDatasets("30-bloc");
      given("<actor/a> <urn:test:sealed> <actor/b> .");
      assertSameBlocs();
      assertThat(overADataset()).extracting(Triple::getPredicate).contains(test("bloc"));
    }

    private void assertSameBlocs() {
      assertThat(
              overADataset().stream()
                  .filter(triple -> triple.getPredicate().equals(test("bloc")))
                  .toList())
          .containsExactlyInAnyOrderElementsOf(
              derived().union().find(Node.ANY, test("bloc"), Node.ANY).toList());
    }

    @Test
    void whatALaterRunConcludesOfARecordIsKeptToo() {
      String header = "# Record: pact ?a\n# Text: ?a\n# Support: ?a";
      rule("20-one", header, "CONSTRUCT { ?record t:pactOf ?a } WHERE { ?a t:first ?y }");
      rule("20-two", header, "CONSTRUCT { ?record t:seal ?a } WHERE { ?a t:mark ?y }");
      rule("20-three", "# Support: ?a", "CONSTRUCT { ?a t:mark ?y } WHERE { ?a t:first ?y }");
      rule(
          "30-bloc",
          "# Support: ?a",
          "CONSTRUCT { ?a t:bloc ?a } WHERE { ?p t:pactOf ?a ; t:seal <https://w3id.org/casus/id/actor/a> }");
      List.of("20-one", "20-two", "20-three", "30-bloc").forEach(LayerTest.this::overDatasets);
      given("<actor/a> <urn:test:first> <actor/b> .");
      assertThat(overADataset())
          .doesNotHaveDuplicates()
          .filteredOn(triple -> triple.getPredicate().equals(test("bloc")))
          .hasSize(1);
    }

    @Test
    void onlyWhatRulesOverDatasetsAskForNeedBeAmongTheFacts() {
      rule(
          "20-asking",
          "# Support: ?a",
          """
          CONSTRUCT { ?a t:told ?b }
          WHERE {
            ?a t:wanted ?b ; a t:Class .
            FILTER NOT EXISTS { ?a t:denied/t:deniedOf ?c }
            VALUES ?kind { t:Listed }
            ?b a ?kind .
          }
          """);
      rule(
          "30-curated",
          "# Support: ?a",
          "CONSTRUCT { ?a t:more ?b } WHERE { ?a t:curated ?b ; a t:Curated }");
      overDatasets("20-asking");
      given(
          """
          <x/1> <urn:test:wanted> <x/2> ; <urn:test:denied> <x/3> ; <urn:test:curated> <x/4> ;
            a <urn:test:Class> , <urn:test:Other> , <urn:test:Curated> ;
            <urn:test:told> <x/5> ; rdfs:label "One"@en .
          <x/2> a <urn:test:Listed> .
          <x/3> <urn:test:deniedOf> <x/6> .
          <x/4> casus:start <date/2000> ; dcterms:source <source/s> .
          <date/2000> casus:firstDay "2000-01-01" .
          <source/s> casus:coversUntil <date/2000> ; dcterms:title "S"@en .
          """);
      RuleBook book = book();
      assertThat(facts.stream().filter(book::askOfDatasets).map(LayerTest::term))
          .containsOnlyOnce("wanted", "denied", "deniedOf", "Class", "Listed")
          .contains("start", "source", "firstDay", "coversUntil")
          .doesNotContain("curated", "Curated", "Other", "told", "label", "title");
    }

    /** The properties of the facts when all rules have run over them. */
    private Set<Node> kept() {
      Graph graph = GraphFactory.createDefaultGraph();
      facts.forEach(graph::add);
      book().applyOverDataset(graph, "world", any -> {});
      return graph.find().mapWith(Triple::getPredicate).toSet();
    }

    @Test
    void aLayerThatRunsAgainTellsItsReasonsOnce() {
      rule(
          "20-link",
          "# Record: link ?a\n# Text: ?a\n# Support: ?tie",
          "CONSTRUCT { ?record t:linkOf ?a } WHERE { ?tie t:of ?a }");
      rule(
          "20-chain",
          "# Record: chain ?a\n# Text: ?a\n# Support: ?link",
          "CONSTRUCT { ?record t:chainOf ?a } WHERE { ?link t:linkOf ?a }");
      overDatasets("20-link");
      overDatasets("20-chain");
      assertThat(overADataset())
          .doesNotHaveDuplicates()
          .filteredOn(triple -> triple.getPredicate().equals(test("chainOf")))
          .hasSize(1);
    }

    @Test
    void everythingIsToldOnce() {
      assertThat(overADataset())
          .doesNotHaveDuplicates()
          .filteredOn(triple -> triple.getSubject().equals(thing("tie/a--2000-01-01--world")))
          .extracting(Triple::getPredicate)
          .containsExactlyInAnyOrder(
              RDF.type.asNode(),
              test("of"),
              test("remark"),
              Casus.START,
              Casus.END,
              Prov.WAS_GENERATED_BY,
              Prov.WAS_GENERATED_BY);
    }
  }

  @Nested
  class Reasons {

    @Test
    void twoRulesForARecordGiveOneRecordWithTwoDerivations() {
      rule(
          "10-one",
          "# Record: tie ?a ?b\n# Text: ?a and ?b\n# Support: ?a ?treaty",
          "CONSTRUCT { ?record t:of ?a ; t:with ?b } WHERE { ?treaty t:binds ?a ; t:to ?b }");
      rule(
          "10-other",
          "# Record: tie ?a ?b\n# Text: ?a and ?b\n# Support: ?a ?custom",
          "CONSTRUCT { ?record t:of ?a ; t:with ?b } WHERE { ?custom t:joins ?a ; t:and ?b }");
      given(
          """
          <actor/a> rdfs:label "A"@en .
          <actor/b> rdfs:label "B"@en .
          <treaty/t> <urn:test:binds> <actor/a> ; <urn:test:to> <actor/b> .
          <custom/c> <urn:test:joins> <actor/a> ; <urn:test:and> <actor/b> .
          """);
      UnionDataset derived = derived();
      assertThatGraph(graph(derived, "inferred/x"))
          .hasExactly(
              """
              <tie/a--b> rdfs:label "A and B"@en ;
                <urn:test:of> <actor/a> ; <urn:test:with> <actor/b> .
              """);
      List<Node> reasons = reasons(derived, "tie/a--b");
      assertThat(reasons).hasSize(2);
      assertThat(
              reasons.stream()
                  .map(
                      reason ->
                          slugs(derived, reason, Casus.DERIVED_BY)
                              + " from "
                              + slugs(derived, reason, Prov.USED)))
          .containsExactlyInAnyOrder("[one] from [a, t]", "[other] from [a, c]");
    }

    @Test
    void onePremiseMoreIsAnotherReasonForTheSameRecord() {
      rule(
          "10-one",
          "# Record: tie ?a ?b\n# Text: ?a and ?b\n# Support: ?treaty",
          "CONSTRUCT { ?record t:of ?a ; t:with ?b } WHERE { ?treaty t:binds ?a ; t:to ?b }");
      given("<treaty/t> <urn:test:binds> <actor/a> ; <urn:test:to> <actor/b> .");
      List<Node> before = reasons(derived(), "tie/a--b");
      given("<treaty/u> <urn:test:binds> <actor/a> ; <urn:test:to> <actor/b> .");
      assertThat(reasons(derived(), "tie/a--b")).hasSize(2).containsAll(before);
    }

    @Test
    void anotherPremiseIsAnotherDerivation() {
      rule(
          "10-one",
          "# Record: tie ?a ?b\n# Text: ?a and ?b\n# Support: ?treaty ?note",
          """
          CONSTRUCT { ?record t:of ?a ; t:with ?b }
          WHERE { ?treaty t:binds ?a ; t:to ?b . OPTIONAL { ?treaty t:note ?note } }
          """);
      given("<treaty/t> <urn:test:binds> <actor/a> ; <urn:test:to> <actor/b> .");
      List<Node> bare = reasons(derived(), "tie/a--b");
      assertThat(reasons(derived(), "tie/a--b")).isEqualTo(bare);
      given("<treaty/t> <urn:test:remark> \"No premise\" .");
      assertThat(reasons(derived(), "tie/a--b")).isEqualTo(bare);
      given("<treaty/t> <urn:test:note> <note/n> .");
      List<Node> noted = reasons(derived(), "tie/a--b");
      assertThat(bare).hasSize(1);
      assertThat(noted).hasSize(1).doesNotContainAnyElementsOf(bare);
    }

    @Test
    void anotherRuleOrAnotherConclusionIsAnotherDerivation() {
      given("<treaty/t> <urn:test:binds> <actor/a>, <actor/b> .");
      String query = "CONSTRUCT { ?record t:of ?a } WHERE { ?treaty t:binds ?a }";
      rule("10-one", "# Record: tie ?a\n# Text: ?a\n# Support: ?treaty", query);
      rule("10-other", "# Record: tie ?a\n# Text: ?a\n# Support: ?treaty", query);
      UnionDataset derived = derived();
      List<Node> all = new ArrayList<>(reasons(derived, "tie/a"));
      all.addAll(reasons(derived, "tie/b"));
      assertThat(all).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aConclusionOnOtherRecordsIsNamedByItsTriple() {
      rule("10-b", "# Support: ?a", "CONSTRUCT { ?a t:b ?x } WHERE { ?a t:a ?x }");
      given("<p/1> <urn:test:a> <p/2> .");
      UnionDataset derived = derived();
      Node reason =
          graph(derived, "inferred/derivations")
              .find(Node.ANY, Prov.USED, Node.ANY)
              .mapWith(Triple::getSubject)
              .next();
      assertThatGraph(graph(derived, "inferred/derivations"))
          .hasExactly(
              """
              <%s> a casus:Derivation ; casus:derivedBy <rule/b> ; prov:used <p/1> ;
                rdf:subject <p/1> ; rdf:predicate <urn:test:b> ; rdf:object <p/2> .
              """
                  .formatted(reason.getURI()));
    }
  }

  /** Spells of a tie between two actors, told by treaties and by customs. */
  @Nested
  class PeriodsOfRecords {

    @BeforeEach
    void rules() {
      for (String kind : List.of("treaty", "custom")) {
        rule(
            "10-" + kind,
            "# Record: tie ?a\n# Text: ?a\n# Support: ?spell\n# During: ?spell",
            "CONSTRUCT { ?record t:of ?a } WHERE { ?spell t:%s ?a }".formatted(kind));
      }
    }

    @Test
    void disjointPeriodsAreTwoRecordsWhoseNamesEndWithTheirFirstDays() {
      spell("treaty", "one", "2000-01-01", "2004-12-31");
      spell("treaty", "two", "2010-12-31", "..");
      UnionDataset derived = derived();
      assertThatGraph(graph(derived, "inferred/x"))
          .hasExactly(
              """
              <tie/a--2000-01-01> rdfs:label "https://w3id.org/casus/id/actor/a"@en ;
                <urn:test:of> <actor/a> ;
                casus:start <date/2000-01-01> ; casus:end <date/2004-12-31> .
              <tie/a--2010-12-31> rdfs:label "https://w3id.org/casus/id/actor/a"@en ;
                <urn:test:of> <actor/a> ;
                casus:start <date/2010-12-31> ; casus:end <date/open> .
              """);
      assertThat(told(derived, "tie/a--2000-01-01")).containsExactly("treaty one");
      assertThat(told(derived, "tie/a--2010-12-31")).containsExactly("treaty two");
    }

    @Test
    void aLaterPeriodDoesNotRenameTheFirst() {
      spell("treaty", "two", "2010-12-31", "..");
      List<Node> before = reasons(derived(), "tie/a--2010-12-31");
      spell("treaty", "one", "2000-01-01", "2004-12-31");
      assertThat(before).hasSize(1);
      assertThat(reasons(derived(), "tie/a--2010-12-31")).isEqualTo(before);
    }

    @Test
    void oneDayBetweenKeepsThemApart() {
      spell("treaty", "one", "2000-01-01", "2005-01-01");
      spell("treaty", "two", "2005-01-03", "2010-12-31");
      assertThat(ties()).containsExactly("tie/a--2000-01-01", "tie/a--2005-01-03");
    }

    @Test
    void periodsThatTouchAreOneRecordWithBothDerivations() {
      spell("treaty", "one", "2000-01-01", "2004-12-31");
      spell("custom", "two", "2005-01-01", "2010-12-31");
      UnionDataset derived = derived();
      assertThatGraph(graph(derived, "inferred/x"))
          .hasExactly(
              """
              <tie/a--2000-01-01> rdfs:label "https://w3id.org/casus/id/actor/a"@en ;
                <urn:test:of> <actor/a> ;
                casus:start <date/2000-01-01> ; casus:end <date/2010-12-31> .
              """);
      assertThat(told(derived, "tie/a--2000-01-01"))
          .containsExactly(
              "custom two from 2005-01-01 to 2010-12-31",
              "treaty one from 2000-01-01 to 2004-12-31");
    }

    @Test
    void threeInARowAreOne() {
      spell("treaty", "three", "2005-01-01", "..");
      spell("treaty", "one", "1998-01-01", "2000-06-30");
      spell("custom", "two", "2000-01-01", "2004-12-31");
      UnionDataset derived = derived();
      assertThatGraph(graph(derived, "inferred/x"))
          .hasAtLeast(
              """
              <tie/a--1998-01-01> casus:start <date/1998-01-01> ; casus:end <date/open> .
              """);
      assertThat(told(derived, "tie/a--1998-01-01")).hasSize(3);
    }

    @Test
    void aDerivationTellsItsPeriodOnlyWhereItIsNotThatOfTheRecord() {
      spell("treaty", "whole", "2000-01-01", "2010-12-31");
      spell("custom", "part", "2001-01-01", "2004-12-31");
      assertThat(told(derived(), "tie/a--2000-01-01"))
          .containsExactly("custom part from 2001-01-01 to 2004-12-31", "treaty whole");
    }

    @Test
    void periodsOfDifferentActorsStayApart() {
      spell("treaty", "one", "2000-01-01", "2004-12-31");
      given(
          """
          <spell/two> <urn:test:treaty> <actor/b> ;
            casus:start <date/2005-01-01> ; casus:end <date/2010-12-31> .
          """);
      assertThat(ties()).containsExactly("tie/a--2000-01-01", "tie/b--2005-01-01");
    }

    @Test
    void vagueDatesThatNeedNotTouchAreTwoRecords() {
      spell("treaty", "one", "1998-01-01", "2000");
      spell("treaty", "two", "2000-06-30", "2010-12-31");
      assertThat(ties()).containsExactly("tie/a--1998-01-01", "tie/a--2000-06-30");
    }

    @Test
    void vagueDatesThatMustTouchAreOne() {
      spell("treaty", "one", "1998-01-01", "2005");
      spell("treaty", "two", "2000-06", "2010-12-31");
      assertThat(ties()).containsExactly("tie/a--1998-01-01");
    }

    @Test
    void recordWithoutAStartIsUndated() {
      given("<spell/one> <urn:test:treaty> <actor/a> ; casus:end <date/2005-01-01> .");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasExactly(
              """
              <tie/a--undated> rdfs:label "https://w3id.org/casus/id/actor/a"@en ;
                <urn:test:of> <actor/a> ; casus:end <date/2005-01-01> .
              """);
    }

    @Test
    void ofOpenEndsThatAreJoinedTheLaterAttestationCounts() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      spell("treaty", "one", "2000-01-01", "..");
      spell("custom", "two", "2005-01-01", "..");
      given("<spell/one> dcterms:source <source/new> . <spell/two> dcterms:source <source/old> .");
      UnionDataset derived = derived();
      assertThat(attestedUntil(derived, "tie/a--2000-01-01")).containsExactly("2016-12-31");
      assertThat(told(derived, "tie/a--2000-01-01"))
          .containsExactly(
              "custom two from 2005-01-01 to open, attested until 2012-12-31", "treaty one");
    }

    @Test
    void ofOpenEndsThatAreJoinedOneWithoutALimitIsEnough() {
      source("old", "2012-12-31");
      spell("treaty", "one", "2000-01-01", "..");
      spell("custom", "two", "2005-01-01", "..");
      given("<spell/one> dcterms:source <source/old> . <spell/two> dcterms:source <source/book> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).isEmpty();
    }

    @Test
    void theOpenSpellTellsHowLongTheJoinedRecordIsAttested() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      spell("treaty", "one", "2000-01-01", "2005-01-01");
      spell("custom", "two", "2005-01-01", "..");
      given("<spell/one> dcterms:source <source/new> . <spell/two> dcterms:source <source/old> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).containsExactly("2012-12-31");
    }

    @Test
    void aClosedPeriodIsNotAttestedUntilAnything() {
      source("old", "2012-12-31");
      spell("treaty", "one", "2000-01-01", "2005-01-01");
      given("<spell/one> dcterms:source <source/old> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).isEmpty();
    }

    @Test
    void aPeriodAfterTheSourcesStopIsAttestedUntilThen() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      spell("treaty", "one", "2017-01-01", "2018-01-01");
      spell("custom", "two", "2017-06-01", "2019-01-01");
      given("<spell/one> dcterms:source <source/new> . <spell/two> dcterms:source <source/old> .");
      UnionDataset derived = derived();
      assertThat(attestedUntil(derived, "tie/a--2017-01-01")).containsExactly("2016-12-31");
      assertThat(told(derived, "tie/a--2017-01-01"))
          .containsExactly(
              "custom two from 2017-06-01 to 2019-01-01, attested until 2012-12-31",
              "treaty one from 2017-01-01 to 2018-01-01, attested until 2016-12-31");
    }

    @Test
    void whatNoSourceCoversIsNoReasonBesideOneThatHolds() {
      source("old", "2012-12-31");
      spell("treaty", "one", "2000-01-01", "..");
      spell("custom", "two", "2013-01-01", "..");
      spell("custom", "three", "2013-01-01", "2014-01-01");
      given(
          "<spell/two> dcterms:source <source/old> . <spell/three> dcterms:source <source/old> .");
      UnionDataset derived = derived();
      assertThat(told(derived, "tie/a--2000-01-01")).containsExactly("treaty one");
      assertThat(told(derived, "tie/a--2013-01-01")).isEmpty();
    }

    @Test
    void whatNoSourceCoversIsToldWhereNothingElseHolds() {
      source("old", "2012-12-31");
      spell("treaty", "one", "2000-01-01", "2010-12-31");
      spell("custom", "two", "2013-01-01", "..");
      given("<spell/two> dcterms:source <source/old> .");
      UnionDataset derived = derived();
      assertThat(told(derived, "tie/a--2000-01-01")).containsExactly("treaty one");
      assertThat(told(derived, "tie/a--2013-01-01")).containsExactly("custom two");
      assertThat(attestedUntil(derived, "tie/a--2013-01-01")).containsExactly("2012-12-31");
    }

    @Test
    void whatNoSourceCoversIsNotToldOfTheFirstDayOfWhatHolds() {
      source("old", "2012-12-31");
      spell("treaty", "one", "2013-01-01", "2014-01-01");
      spell("custom", "two", "2013-01-01", "..");
      given("<spell/two> dcterms:source <source/old> .");
      UnionDataset derived = derived();
      assertThat(told(derived, "tie/a--2013-01-01")).containsExactly("treaty one");
      assertThat(attestedUntil(derived, "tie/a--2013-01-01")).isEmpty();
    }

    @Test
    void whatIsKnownOfAnEndIsNotLostByAnUnknownOne() {
      spell("treaty", "one", "2000-01-01", "2010-12-31");
      given("<spell/two> <urn:test:custom> <actor/a> ; casus:start <date/2001-01-01> .");
      spell("treaty", "three", "2005-01-01", "2012-12-31");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasAtLeast(
              """
              <tie/a--2000-01-01> casus:start <date/2000-01-01> ;
                casus:end <date/%5B2012-12-31..%5D> .
              """);
      assertThat(ties()).containsExactly("tie/a--2000-01-01");
    }

    @Test
    void ofTwoStartsThatAreJoinedTheEarlierIsTold() {
      spell("treaty", "one", "2000", "2010-12-31");
      spell("custom", "two", "2000-06-30", "2012-12-31");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasAtLeast(
              """
              <tie/a--2000-01-01> casus:start <date/2000-01-01%2F2000-06-30> ;
                casus:end <date/2012-12-31> .
              """);
    }

    @Test
    void aDerivationOfTheSamePeriodFromAnotherSourceTellsNoPeriod() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      spell("treaty", "one", "2000-01-01", "2005-01-01");
      spell("custom", "two", "2000-01-01", "2005-01-01");
      given("<spell/one> dcterms:source <source/new> . <spell/two> dcterms:source <source/old> .");
      assertThat(told(derived(), "tie/a--2000-01-01")).containsExactly("custom two", "treaty one");
    }

    @Test
    void periodsThatMayBeginOnTheSameDayAreOneRecord() {
      spell("treaty", "one", "2000-01-01", "2000");
      spell("treaty", "two", "2000", "2005-01-01");
      assertThat(ties()).containsExactly("tie/a--2000-01-01");
    }

    @Test
    void periodsOfUnknownStartAreOneRecord() {
      given(
          """
          <spell/one> <urn:test:treaty> <actor/a> ; casus:end <date/2000-01-01> .
          <spell/two> <urn:test:treaty> <actor/a> ; casus:end <date/2005-01-01> .
          """);
      assertThat(ties()).containsExactly("tie/a--undated");
    }

    private SortedSet<String> ties() {
      SortedSet<String> ties = new TreeSet<>();
      graph(derived(), "inferred/x")
          .find(Node.ANY, test("of"), Node.ANY)
          .forEach(
              triple -> ties.add(triple.getSubject().getURI().substring(Iris.THINGS.length())));
      return ties;
    }
  }

  /** A tie holds during two memberships and within the term of a treaty. */
  @Nested
  class Limits {

    @BeforeEach
    void rule() {
      LayerTest.this.rule(
          "10-tie",
          "# Record: tie ?a\n# Text: ?a\n# Support: ?one ?other\n# During: ?one ?other\n"
              + "# Within: ?treaty",
          """
          CONSTRUCT { ?record t:of ?a }
          WHERE { ?treaty t:binds ?a ; t:one ?one ; t:other ?other }
          """);
      given(
          """
          <treaty/t> <urn:test:binds> <actor/a> ;
            <urn:test:one> <part/one> ; <urn:test:other> <part/other> .
          """);
    }

    @Test
    void theDaysOfBothMemberships() {
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/other", "2001-01-01", "..");
      assertTie("2001-01-01", "start <date/2001-01-01> ; casus:end <date/2010-12-31>");
    }

    @Test
    void aTermLimitsThem() {
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/other", "2000-01-01", "..");
      period("treaty/t", "2001-01-01", "2005-01-01");
      assertTie("2001-01-01", "start <date/2001-01-01> ; casus:end <date/2005-01-01>");
    }

    @Test
    void aTermWithoutAnEndLimitsTheStartOnly() {
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/other", "2000-01-01", "2012-12-31");
      given("<treaty/t> casus:start <date/2001-01-01> .");
      assertTie("2001-01-01", "start <date/2001-01-01> ; casus:end <date/2010-12-31>");
    }

    @Test
    void aTermWithoutAStartLimitsTheEndOnly() {
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/other", "2000-01-01", "..");
      given("<treaty/t> casus:end <date/2005-01-01> .");
      assertTie("2000-01-01", "start <date/2000-01-01> ; casus:end <date/2005-01-01>");
    }

    @Test
    void anUnknownEndOfAMembershipMakesTheEndOneSided() {
      period("part/one", "2000-01-01", "2010-12-31");
      given("<part/other> casus:start <date/2001-01-01> .");
      assertTie("2001-01-01", "start <date/2001-01-01> ; casus:end <date/%5B..2010-12-31%5D>");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasAtLeast("<date/%5B..2010-12-31%5D> casus:lastDay \"2010-12-31\"^^xsd:date .");
    }

    @Test
    void anUnknownStartOfAMembershipMakesTheStartOneSided() {
      period("part/one", "2000-01-01", "2010-12-31");
      given("<part/other> casus:end <date/2005-01-01> .");
      assertTie("2000-01-01", "start <date/%5B2000-01-01..%5D> ; casus:end <date/2005-01-01>");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasAtLeast("<date/%5B2000-01-01..%5D> casus:firstDay \"2000-01-01\"^^xsd:date .");
    }

    @Test
    void ofAnUnknownAndAnOpenEndTheUnknownOneIsLeft() {
      period("part/one", "2000-01-01", "..");
      given("<part/other> casus:start <date/2001-01-01> .");
      assertTie("2001-01-01", "start <date/2001-01-01>");
    }

    @Test
    void vagueDatesAreCombined() {
      period("part/one", "2000", "2005");
      period("part/other", "2000-06-30", "2010-12-31");
      assertTie("2000-06-30", "start <date/2000-06-30%2F2000-12-31> ; casus:end <date/2005>");
    }

    @Test
    void oneDayInCommonIsEnough() {
      period("part/one", "2000-01-01", "2005-01-01");
      period("part/other", "2005-01-01", "2010-12-31");
      assertTie("2005-01-01", "start <date/2005-01-01> ; casus:end <date/2005-01-01>");
    }

    @Test
    void noDayInCommonIsNoTie() {
      period("part/one", "2000-01-01", "2004-12-31");
      period("part/other", "2005-01-01", "2010-12-31");
      assertThat(lines(derived().named())).isEqualTo(lines(dataset(facts).named()));
    }

    @Test
    void noDayInCommonWithTheTermIsNoTie() {
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/other", "2000-01-01", "2010-12-31");
      given("<treaty/t> casus:end <date/1998-01-01> .");
      assertThat(lines(derived().named())).isEqualTo(lines(dataset(facts).named()));
    }

    @Test
    void ofOpenEndsTheEarlierAttestationCounts() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      period("part/one", "2000-01-01", "..");
      period("part/other", "2000-01-01", "..");
      given("<part/one> dcterms:source <source/new> . <part/other> dcterms:source <source/old> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).containsExactly("2012-12-31");
    }

    @Test
    void anAttestationWithoutALimitDoesNotLengthenTheOther() {
      source("old", "2012-12-31");
      period("part/one", "2000-01-01", "..");
      period("part/other", "2000-01-01", "..");
      given("<part/one> dcterms:source <source/book> . <part/other> dcterms:source <source/old> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).containsExactly("2012-12-31");
    }

    @Test
    void ofSeveralWorksOnOneMembershipTheLatestCounts() {
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      period("part/one", "2000-01-01", "..");
      period("part/other", "2000-01-01", "..");
      given(
          """
          <part/one> dcterms:source <source/old> ; casus:corroboratedBy <source/new> .
          <part/other> dcterms:source <source/book> .
          """);
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).containsExactly("2016-12-31");
    }

    @Test
    void theTermIsAttestedToo() {
      source("old", "2012-12-31");
      period("part/one", "2000-01-01", "..");
      period("part/other", "2000-01-01", "..");
      given(
          """
          <treaty/t> casus:end <date/open> ; dcterms:source <source/old> .
          """);
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).containsExactly("2012-12-31");
    }

    @Test
    void aTermThatIsNotToldDoesNotLimitTheAttestation() {
      source("old", "2012-12-31");
      period("part/one", "2000-01-01", "..");
      period("part/other", "2000-01-01", "..");
      given("<treaty/t> dcterms:source <source/old> .");
      assertThat(attestedUntil(derived(), "tie/a--2000-01-01")).isEmpty();
    }

    @Test
    void aLaterLayerReadsThePeriodAndTheAttestationOfTheRecord() {
      source("old", "2012-12-31");
      period("part/one", "2000-01-01", "..");
      given(
          """
          <part/other> casus:start <date/2001-01-01> ; casus:end <date/open> ;
            dcterms:source <source/old> .
          """);
      LayerTest.this.rule(
          "20-bloc",
          "# Record: bloc ?a\n# Text: ?a\n# Support: ?tie\n# During: ?tie",
          "CONSTRUCT { ?record t:blocOf ?a } WHERE { ?tie t:of ?a }");
      assertThatGraph(graph(derived(), "inferred/x"))
          .hasAtLeast(
              """
              <bloc/a--2001-01-01> casus:start <date/2001-01-01> ; casus:end <date/open> ;
                casus:attestedUntil "2012-12-31"^^xsd:date .
              """);
    }

    @Test
    void whatNeedNotBeThereLimitsNothingWhereItIsMissing() {
      given("<treaty/t> <urn:test:treats> <actor/a> .");
      period("part/one", "2000-01-01", "2010-12-31");
      period("part/third", "2012-12-31", "..");
      String header =
          "# Record: pact ?a\n# Text: ?a\n# Support: ?one ?third\n# During: ?one ?third";
      LayerTest.this.rule(
          "10-pact",
          header,
          """
          CONSTRUCT { ?record t:pactOf ?a }
          WHERE { ?treaty t:treats ?a ; t:one ?one OPTIONAL { ?treaty t:third ?third } }
          """);
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .containsExactly(thing("pact/a--2000-01-01"));
      given("<treaty/t> <urn:test:third> <part/third> .");
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .isEmpty();
    }

    /** By either end, also by one that had not come; by no other date, and not by a source. */
    @ParameterizedTest
    @CsvSource({
      "casus:start <date/2000-01-01>, true",
      "casus:end <date/2000-01-01>, true",
      "casus:end <date/open>, true",
      "casus:signed <date/2000-01-01>, false",
      "dcterms:source <source/book>, false"
    })
    void whatMustBeDated(String told, boolean fires) {
      source("book", "2012-12-31");
      given("<treaty/t> <urn:test:treats> <actor/a> ; %s .".formatted(told));
      LayerTest.this.rule(
          "10-pact",
          "# Record: pact ?a\n# Text: ?a\n# Support: ?treaty\n# Dated: ?treaty",
          "CONSTRUCT { ?record t:pactOf ?a } WHERE { ?treaty t:treats ?a }");
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .hasSize(fires ? 1 : 0);
    }

    /** The period of a record that an earlier layer concludes counts as well, and its lack. */
    @ParameterizedTest
    @CsvSource({"casus:start <date/2000-01-01>, true", "dcterms:source <source/book>, false"})
    void recordThatMustBeDated(String told, boolean fires) throws IOException {
      source("book", "2012-12-31");
      given("<part/p> <urn:test:takes> <actor/a> ; %s .".formatted(told));
      LayerTest.this.rule(
          "10-part",
          "# Record: share ?a\n# Text: ?a\n# Support: ?part\n# During: ?part",
          "CONSTRUCT { ?record t:shareOf ?a } WHERE { ?part t:takes ?a }");
      LayerTest.this.rule(
          "20-whole",
          "# Record: whole ?a\n# Text: ?a\n# Support: ?share\n# Dated: ?share",
          "CONSTRUCT { ?record t:wholeOf ?a } WHERE { ?share t:shareOf ?a }");
      assertThat(subjects(graph(derived(), "inferred/x"), test("wholeOf"), thing("actor/a")))
          .hasSize(fires ? 1 : 0);
      overDatasets("10-part");
      overDatasets("20-whole");
      assertThat(overADataset())
          .filteredOn(triple -> triple.getPredicate().equals(test("wholeOf")))
          .hasSize(fires ? 1 : 0);
    }

    /** Of the things that make up a moment the last decides, and of a record its period. */
    @ParameterizedTest
    @CsvSource({
      "2000-01-01, 2000-06-30, certain",
      "2000-01-01, 2005, possible",
      "2005-01-02, 2000-06-30, ''",
      "2000-06-30, 2005-01-02, ''",
      "'', 2000-06-30, certain",
      "'', '', ''",
    })
    void whatIsInForceAtAMoment(String war, String entry, String certainty) throws IOException {
      given(
          "<war/w> <urn:test:entry> <part/p> %s . <part/p> <urn:test:of> <war/w> %s ."
              .formatted(
                  war.isEmpty() ? "" : "; casus:start <date/%s>".formatted(war),
                  entry.isEmpty() ? "" : "; casus:start <date/%s>".formatted(entry)));
      given("<actor/a> <urn:test:near> <war/w> .");
      period("part/one", "1998-01-01", "2005-01-01");
      period("part/other", "2000-01-01", "2010-12-31");
      casus();
      List<Node> expected =
          certainty.isEmpty() ? List.of() : List.of(Iris.concept("certainty", certainty));
      assertThat(
              graph(derived(), "inferred/x").find(Node.ANY, test("certainty"), Node.ANY).toList())
          .extracting(Triple::getObject)
          .containsExactlyElementsOf(expected);
      overDatasets("10-tie");
      overDatasets("20-casus");
      assertThat(overADataset())
          .filteredOn(triple -> triple.getPredicate().equals(test("certainty")))
          .extracting(Triple::getObject)
          .containsExactlyElementsOf(expected);
    }

    /** A war near an actor raises a casus for its tie. */
    private void casus() {
      LayerTest.this.rule(
          "20-casus",
          "# Record: casus ?war ?a\n# Text: ?a\n# Support: ?tie ?war\n# Moment: ?war ?entry\n"
              + "# In force: ?tie",
          """
          CONSTRUCT { ?record t:casusOf ?a ; t:certainty ?certainty }
          WHERE { ?a t:near ?war . ?tie t:of ?a . ?war t:entry ?entry }
          """);
    }

    /** A part that begins after the whole is over has no moment. */
    @Test
    void nothingIsInForceOnNoDay() {
      period("war/w", "1998-01-01", "2000-06-30");
      given("<war/w> <urn:test:entry> <part/p> . <part/p> casus:start <date/2001-01-01> .");
      given("<actor/a> <urn:test:near> <war/w> .");
      period("part/one", "1998-01-01", "2005-01-01");
      period("part/other", "1998-01-01", "2010-12-31");
      casus();
      assertThat(subjects(graph(derived(), "inferred/x"), test("casusOf"), thing("actor/a")))
          .isEmpty();
    }

    @Test
    void whatCannotBeComputedLimitsNothing() {
      given("<treaty/t> <urn:test:treats> <actor/a> .");
      period("part/one", "2000-01-01", "2010-12-31");
      LayerTest.this.rule(
          "10-pact",
          "# Record: pact ?a\n# Text: ?a\n# Support: ?one\n# During: ?one ?third",
          """
          CONSTRUCT { ?record t:pactOf ?a }
          WHERE { ?treaty t:treats ?a ; t:one ?one BIND(IRI(?nothing) AS ?third) }
          """);
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .containsExactly(thing("pact/a--2000-01-01"));
    }

    @Test
    void timeIsComparedAroundASubqueryToo() {
      given("<treaty/t> <urn:test:treats> <actor/a> .");
      period("part/one", "2000-01-01", "2001-01-01");
      period("part/other", "2005-01-01", "2010-12-31");
      LayerTest.this.rule(
          "10-pact",
          "# Record: pact ?a\n# Text: ?a\n# Support: ?one ?other\n# During: ?one ?other",
          """
          CONSTRUCT { ?record t:pactOf ?a }
          WHERE { SELECT * { ?treaty t:treats ?a ; t:one ?one ; t:other ?other } }
          """);
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .isEmpty();
    }

    @Test
    void threeOfWhichEachTwoMeetNeedADayOfAllThree() {
      given("<treaty/t> <urn:test:third> <part/third> ; <urn:test:treats> <actor/a> .");
      LayerTest.this.rule(
          "10-pact",
          "# Record: pact ?a\n# Text: ?a\n# Support: ?one ?other ?third\n"
              + "# During: ?one ?other ?third",
          """
          CONSTRUCT { ?record t:pactOf ?a }
          WHERE { ?treaty t:treats ?a ; t:one ?one ; t:other ?other ; t:third ?third }
          """);
      period("part/one", "2000-01-01", "2005-01-01");
      period("part/other", "2001-01-01", "2005-01-02");
      given(
          """
          <part/third> casus:start <date/2005-01-02> ; casus:end <date/2010-12-31> .
          """);
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .isEmpty();
      given("<part/one-too> casus:start <date/2005-01-01> ; casus:end <date/2005-01-03> .");
      given("<treaty/t> <urn:test:one> <part/one-too> .");
      assertThat(subjects(graph(derived(), "inferred/x"), test("pactOf"), thing("actor/a")))
          .containsExactly(thing("pact/a--2005-01-02"));
    }

    private void assertTie(String firstDay, String period) {
      Graph ties = graph(derived(), "inferred/x");
      assertThat(ties.find(Node.ANY, test("of"), Node.ANY).toList()).hasSize(1);
      Graph dated = GraphFactory.createDefaultGraph();
      ties.find(thing("tie/a--" + firstDay), Node.ANY, Node.ANY)
          .filterKeep(triple -> triple.getPredicate().getURI().startsWith(Casus.NAMESPACE))
          .forEach(dated::add);
      assertThatGraph(dated).hasExactly("<tie/a--%s> casus:%s .".formatted(firstDay, period));
    }
  }

  /** Everything at once, in many orders. */
  @Nested
  class Determinism {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfFactsDoesNotMatter(int seed) {
      world(seed);
      SortedSet<String> expected = lines(derived().named());
      assertThat(expected).hasSizeGreaterThan(500);
      List<Triple> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new Random(seed));
      UnionDataset dataset = dataset(shuffled);
      book().apply(dataset);
      SortedSet<String> found = lines(dataset.named());
      SortedSet<String> surplus = new TreeSet<>(found);
      surplus.removeAll(expected);
      expected.removeAll(found);
      assertThat(expected).as("missing in this order").isEmpty();
      assertThat(surplus).as("surplus in this order").isEmpty();
    }

    /** A data set has no labels, and its records have names of their own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theSameFollowsOverADataset(int seed) throws IOException {
      world(seed);
      List<String> expected = toldOfRecords(derived().union().find().toList());
      try (Stream<Path> rules = Files.list(directory)) {
        rules.forEach(file -> overDatasets(file.getFileName().toString().replace(".rq", "")));
      }
      assertThat(expected).hasSizeGreaterThan(50);
      assertThat(toldOfRecords(overADataset())).containsExactlyElementsOf(expected);
    }

    /** What follows, without labels and reasons. */
    private List<String> toldOfRecords(List<Triple> all) {
      return all.stream()
          .filter(triple -> !facts.contains(triple))
          .filter(triple -> !triple.getPredicate().equals(RDFS.label.asNode()))
          .map(triple -> triple.toString().replace("--world", ""))
          .filter(triple -> !triple.contains("/derivation/"))
          .sorted()
          .toList();
    }

    /** Spells that begin on the same day, in both orders of the facts. */
    @ParameterizedTest
    @CsvSource({
      "2000-01-01, .., 2000-01-01, ''",
      "2000-01-01, 2005-01-01, 2000-01-01, ''",
      "1998-01-01, 2000-06, 1998-01-01, 2000-06-30",
      "2000, 2005-01-01, 2000~, 2005-01-01",
      "2000-01-01, 2000, 2000-01-01, 2000~",
      "2000-01-01, .., 2000-01-01, .."
    })
    void ofTwoSpellsTheOrderDoesNotMatter(String start, String end, String start2, String end2) {
      rule(
          "10-treaty",
          "# Record: tie ?a\n# Text: ?a\n# Support: ?spell\n# During: ?spell",
          "CONSTRUCT { ?record t:of ?a } WHERE { ?spell t:treaty ?a }");
      source("old", "2012-12-31");
      SortedSet<String> found = new TreeSet<>();
      List<Triple> before = List.copyOf(facts);
      String one = spellOf("one", start, end) + " ; dcterms:source <source/old> .";
      String two = spellOf("two", start2, end2) + " ; dcterms:source <source/book> .";
      for (List<String> order : List.of(List.of(one, two), List.of(two, one))) {
        order.forEach(LayerTest.this::given);
        found.add(
            graph(derived(), "inferred/x").find().toList().stream()
                .map(Triple::toString)
                .sorted()
                .toList()
                .toString());
        facts.clear();
        facts.addAll(before);
      }
      assertThat(found).as("what follows in one and the other order").hasSize(1);
    }

    /** A date that is computed for records of two graphs stands in one, always the same. */
    @Test
    void theOrderOfRulesDoesNotMoveADate() throws IOException {
      for (String kind : List.of("b", "a")) {
        String file = (kind.equals("a") ? "10-second-" : "10-first-") + kind;
        rule(
            file,
            "# Record: tie-%1$s ?a\n# Text: ?a\n# Support: ?spell ?limit\n".formatted(kind)
                + "# During: ?spell\n# Within: ?limit",
            "CONSTRUCT { ?record t:of-%s ?a } WHERE { ?spell t:treaty ?a ; t:limit ?limit }"
                .formatted(kind));
        Path path = directory.resolve(file + ".rq");
        Files.writeString(path, Files.readString(path).replace("inferred/x", "inferred/" + kind));
      }
      given(
          """
          <spell/s> <urn:test:treaty> <actor/a> ; <urn:test:limit> <term/t> .
          <term/t> casus:start <date/2001-01-01> .
          """);
      UnionDataset derived = derived();
      assertThat(graph(derived, "inferred/a").contains(Node.ANY, Casus.EDTF, Node.ANY)).isTrue();
      assertThat(graph(derived, "inferred/b").contains(Node.ANY, Casus.EDTF, Node.ANY)).isFalse();
    }

    private static String spellOf(String slug, String start, String end) {
      return "<spell/%s> <urn:test:treaty> <actor/a> ; casus:start <date/%s>".formatted(slug, start)
          + (end.isEmpty()
              ? ""
              : " ; casus:end <date/%s>".formatted(end.equals("..") ? "open" : end));
    }

    private void world(int seed) {
      for (String kind : List.of("treaty", "custom")) {
        rule(
            "10-" + kind,
            "# Record: tie ?a\n# Text: ?a\n# Support: ?spell\n# During: ?spell",
            "CONSTRUCT { ?record t:of ?a } WHERE { ?spell t:%s ?a }".formatted(kind));
      }
      rule(
          "20-bloc",
          "# Record: bloc ?a ?b\n# Text: ?a with ?b\n# Support: ?tie ?other\n"
              + "# During: ?tie ?other",
          """
          CONSTRUCT { ?record t:blocOf ?a }
          WHERE { ?tie t:of ?a . ?other t:of ?b FILTER(?a != ?b) }
          """);
      rule("30-near", "# Support: ?bloc", "CONSTRUCT { ?a t:near ?a } WHERE { ?bloc t:blocOf ?a }");
      source("old", "2012-12-31");
      source("new", "2016-12-31");
      Random random = new Random(-seed);
      for (int i = 0; i < 120; i++) {
        String actor = List.of("a", "b", "c", "d", "e", "f").get(random.nextInt(6));
        int start = random.nextInt(DATES.size() - 1);
        int end = start + random.nextInt(DATES.size() - start);
        String dates =
            (random.nextInt(8) == 0 ? "" : " ; casus:start <date/%s>".formatted(DATES.get(start)))
                + (random.nextInt(8) == 0
                    ? ""
                    : " ; casus:end <date/%s>"
                        .formatted(DATES.get(end).equals("..") ? "open" : DATES.get(end)));
        given(
            "<spell/%d> <urn:test:%s> <actor/%s> ; dcterms:source <source/%s>%s ."
                .formatted(
                    i,
                    random.nextBoolean() ? "treaty" : "custom",
                    actor,
                    List.of("old", "new", "book").get(random.nextInt(3)),
                    dates));
      }
      for (String actor : List.of("a", "b", "c", "d", "e", "f")) {
        given("<actor/%1$s> rdfs:label \"Actor %1$s\"@en, \"Akteur %1$s\"@de .".formatted(actor));
      }
    }
  }

  // The rules and facts of a test

  /** Writes a rule; its name is that of the file without the layer. */
  private void rule(String file, String header, String query) {
    try {
      Files.writeString(
          directory.resolve(file + ".rq"),
          """
          # Rule: %s
          # Label: Label
          # Premise: Premise.
          # Conclusion: Conclusion.
          # Source: Source
          # Does not cover: Nothing.
          # Graph: inferred/x
          """
                  .formatted(file.substring(file.indexOf('-') + 1))
              + header
              + PREFIXES
              + query
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void overDatasets(String file) {
    try {
      Path path = directory.resolve(file + ".rq");
      Files.writeString(
          path,
          Files.readString(path)
              .replace("# Graph:", "# Runs over: curated graphs, data sets\n# Graph:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void given(String text) {
    turtle(text).find().forEach(facts::add);
  }

  private void spell(String kind, String slug, String start, String end) {
    given("<spell/%s> <urn:test:%s> <actor/a> .".formatted(slug, kind));
    period("spell/" + slug, start, end);
  }

  private void period(String thing, String start, String end) {
    given(
        "<%s> casus:start <date/%s> ; casus:end <date/%s> ."
            .formatted(thing, start, end.equals("..") ? "open" : end));
  }

  private void source(String slug, String coversUntil) {
    given("<source/%s> casus:coversUntil <date/%s> .".formatted(slug, coversUntil));
  }

  private RuleBook book() {
    Problems problems = new Problems();
    RuleBook book = RuleBook.read(directory, problems);
    assertThat(problems.sorted()).isEmpty();
    return book;
  }

  private static UnionDataset dataset(List<Triple> facts) {
    DatasetGraph named = DatasetGraphFactory.create();
    facts.forEach(triple -> named.add(Quad.create(Iris.graph("reference"), triple)));
    return UnionDataset.of(named);
  }

  // What was derived

  private UnionDataset derived() {
    UnionDataset dataset = dataset(facts);
    book().apply(dataset);
    return dataset;
  }

  /** What follows over a data set, as it is handed on, from what rules ask for. */
  private List<Triple> overADataset() {
    Graph graph = GraphFactory.createDefaultGraph();
    RuleBook book = book();
    facts.stream().filter(book::askOfDatasets).forEach(graph::add);
    List<Triple> out = new ArrayList<>();
    book.applyOverDataset(graph, "world", quad -> out.add(quad.asTriple()));
    return out;
  }

  private static String term(Triple triple) {
    Node term =
        triple.predicateMatches(RDF.type.asNode()) ? triple.getObject() : triple.getPredicate();
    return term.getLocalName();
  }

  private static Graph graph(UnionDataset dataset, String name) {
    return dataset.named().getGraph(Iris.graph(name));
  }

  private static SortedSet<String> lines(DatasetGraph dataset) {
    SortedSet<String> lines = new TreeSet<>();
    dataset.stream().forEach(quad -> lines.add(quad.toString()));
    return lines;
  }

  /** The derivations of a record, in order of their names. */
  private static List<Node> reasons(UnionDataset dataset, String record) {
    return graph(dataset, "inferred/derivations")
        .find(thing(record), Prov.WAS_GENERATED_BY, Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
        .toList();
  }

  /** The derivations of a record: rule, premises and, where it is told, the period. */
  private static SortedSet<String> told(UnionDataset dataset, String record) {
    SortedSet<String> told = new TreeSet<>();
    for (Node reason : reasons(dataset, record)) {
      String text =
          String.join(" ", slugs(dataset, reason, Casus.DERIVED_BY))
              + " "
              + String.join(" ", slugs(dataset, reason, Prov.USED));
      for (String start : slugs(dataset, reason, Casus.START)) {
        text += " from " + start;
      }
      for (String end : slugs(dataset, reason, Casus.END)) {
        text += " to " + end;
      }
      for (Node day : objects(dataset, reason, Casus.ATTESTED_UNTIL)) {
        text += ", attested until " + day.getLiteralLexicalForm();
      }
      told.add(text);
    }
    return told;
  }

  private static List<String> attestedUntil(UnionDataset dataset, String record) {
    return objects(dataset, thing(record), Casus.ATTESTED_UNTIL).stream()
        .map(Node::getLiteralLexicalForm)
        .toList();
  }

  private static SortedSet<String> slugs(UnionDataset dataset, Node subject, Node property) {
    SortedSet<String> slugs = new TreeSet<>();
    objects(dataset, subject, property).forEach(object -> slugs.add(slug(object)));
    return slugs;
  }

  private static Set<Node> objects(UnionDataset dataset, Node subject, Node property) {
    return dataset.union().find(subject, property, Node.ANY).mapWith(Triple::getObject).toSet();
  }

  private static Set<Node> subjects(Graph graph, Node property, Node object) {
    return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toSet();
  }

  private static String slug(Node thing) {
    return thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
  }

  private static Node thing(String path) {
    return Iris.thing(path.substring(0, path.indexOf('/')), path.substring(path.indexOf('/') + 1));
  }

  private static Node test(String name) {
    return NodeFactory.createURI("urn:test:" + name);
  }
}
