package org.casus.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.casus.remote.Courtesy;
import org.casus.remote.FarSideException;
import org.casus.testing.FarSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A join with a server gives what a join with a named graph of the same triples gives, which Jena
 * does without any network.
 */
class FederatedJoinTest {
  private static final int MANY = 450;
  private static final String HERE =
      """
      PREFIX : <https://example.org/>
      :a :name "a" ; :same :x1 . :b :name "b" ; :same :x2 , :x3 . :c :name "c" .
      :d :name "d" ; :same _:blank . :e :name "e" ; :same :x1 .
      """;
  private static final String THERE =
      """
      PREFIX : <https://example.org/>
      :x1 :start 1 ; :end 5 ; :kind :k1 . :x2 :start 2 ; :kind :k1 , :k2 . :x4 :start 4 .
      :x3 :kind :k2 . :k1 :label "one"@en . :k2 :label "two" . _:some :start 9 .
      """;

  private static FarSide farSide;
  private static DatasetGraph both;
  private DatasetGraph here;

  @BeforeAll
  static void start() {
    String many =
        IntStream.range(0, MANY)
            .mapToObj(
                n ->
                    "<https://example.org/many%1$d> <https://example.org/number> %1$d ."
                        .formatted(n))
            .collect(Collectors.joining("\n"));
    both = DatasetGraphFactory.createTxnMem();
    RDFParser.fromString(HERE + many, Lang.TURTLE).parse(both);
    Graph there = RDFParser.fromString(THERE + many, Lang.TURTLE).toGraph();
    both.addGraph(NodeFactory.createURI("https://example.org/there"), there);
    farSide = FarSide.with(there);
  }

  @AfterAll
  static void stop() {
    farSide.close();
  }

  @BeforeEach
  void allow() {
    here = DatasetGraphFactory.wrap(both.getDefaultGraph());
    AllowedServices.of(List.of("there=" + farSide.endpoint()))
        .asked(
            new Courtesy(
                "Casus/test (tests@example.org)",
                Duration.ZERO,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(30)))
        .permit(here.getContext());
  }

  private static List<String> rows(DatasetGraph dataset, String query) {
    List<String> rows = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query(QueryFactory.create(query, Syntax.syntaxSPARQL_11))
            .build()) {
      var answer = execution.select();
      var variables = answer.getResultVars();
      answer.forEachRemaining(
          row ->
              rows.add(
                  variables.stream()
                      .map(variable -> row.get(variable))
                      .map(node -> node != null && node.isBlank() ? "blank" : String.valueOf(node))
                      .collect(Collectors.joining(" "))));
    }
    return rows;
  }

  private static String asking(String query) {
    return "PREFIX : <https://example.org/> "
        + query.replace("THERE", "SERVICE <" + farSide.endpoint() + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s :same ?x THERE { ?x :start ?n } }",
        "SELECT * { THERE { ?x :start ?n } ?s :same ?x }",
        "SELECT * { THERE { ?x :start ?n } }",
        "SELECT * { ?s :same ?x THERE { ?x :kind ?k OPTIONAL { ?x :end ?e } } }",
        "SELECT * { ?s :name ?a OPTIONAL { ?s :same ?x } THERE { ?x :start ?n } }",
        "SELECT * { ?s :same ?x THERE { { ?x :start ?n } UNION { ?x :kind ?k } } }",
        "SELECT * { ?s :same ?x THERE { ?x :kind ?k } ?other :same ?x }",
        "SELECT * { ?s :same ?x THERE { ?x :start ?n FILTER(?n > 1) } }",
        "SELECT * { ?s :same ?x ; :name ?a THERE { ?x :start ?n FILTER(BOUND(?a)) } }",
        "SELECT * { ?s :same ?x THERE { ?x :start ?n BIND(?n + 1 AS ?m) } }",
        "SELECT * { ?s :same ?x THERE { SELECT ?x (COUNT(?k) AS ?n) { ?x :kind ?k } GROUP BY ?x } }",
        "SELECT * { ?s :same ?x THERE { SELECT ?x { ?x :start ?n } ORDER BY DESC(?n) LIMIT 3 } }",
        "SELECT * { ?s :same ?x THERE { SELECT DISTINCT ?k { ?x :kind ?k } } }",
        "SELECT * { ?s :name ?a { SELECT ?s ?n { ?s :same ?y THERE { ?y :start ?n } } } }",
        "SELECT * { ?s :name ?a { SELECT ?s ?n { ?s :same ?y THERE { ?y :kind ?inner . ?inner :label ?n } } } }",
        "SELECT * { ?s :same ?x THERE { ?x :kind/:label ?l } THERE { ?x :start ?n } }",
        "SELECT * { { ?s :same ?x THERE { ?x :end ?e } } UNION { ?s :name ?a } }",
        "SELECT * { ?s :name ?a OPTIONAL { ?s :same ?x THERE { ?x :start ?n } } }",
        "SELECT * { ?s :same ?x FILTER EXISTS { THERE { ?x :end ?e } } }",
        "SELECT * { ?s :same ?x MINUS { THERE { ?x :end ?e } } }",
        "SELECT * { ?s :none ?x THERE { ?x :start ?n } }",
        "SELECT * { VALUES (?x ?n) { (:x1 UNDEF) (UNDEF 2) (:x2 3) } THERE { ?x :start ?n } }",
        "SELECT * { VALUES ?v { :label } THERE { ?k ?v ?l } }",
        "SELECT * { ?s :number ?n THERE { ?t :number ?n } }",
      })
  void rowsAreThoseOfALocalJoin(String query) {
    List<String> expected =
        rows(
            both,
            "PREFIX : <https://example.org/> "
                + query.replace("THERE", "GRAPH <https://example.org/there>"));
    assertThat(rows(here, asking(query))).containsExactlyInAnyOrderElementsOf(expected);
    // Inside of SERVICE nothing is known of ?a, by section 2 of the recommendation.
    if (!query.contains(":none") && !query.contains("BOUND(?a)")) {
      assertThat(expected).isNotEmpty();
    }
  }

  @Test
  void manyRowsAreSentWithOneRequestAndEachOnce() {
    int before = farSide.requests();
    rows(
        here,
        asking("SELECT * { ?s :same ?x . ?t :name ?a FILTER(ISIRI(?x)) THERE { ?x :start ?n } }"));
    assertThat(farSide.requests() - before).isEqualTo(1);
    String sent = farSide.queries().get(before);
    assertThat(sent.split("https://example.org/x1", -1)).hasSize(2);
    assertThat(sent).contains("VALUES").doesNotContain("https://example.org/a>");

    rows(here, asking("SELECT * { ?s :number ?n THERE { ?t :number ?n } }"));
    assertThat(farSide.requests() - before - 1).isEqualTo(3);
  }

  @Test
  void withoutRowsNothingIsAsked() {
    int before = farSide.requests();
    assertThat(rows(here, asking("SELECT * { ?s :none ?x THERE { ?x :start ?n } }"))).isEmpty();
    assertThat(farSide.requests()).isEqualTo(before);
  }

  @Test
  void oneQueryDoesNotAskForEver() {
    int before = farSide.requests();
    assertThatThrownBy(
            () ->
                rows(
                    here,
                    asking("SELECT * { ?s :number ?n OPTIONAL { THERE { ?t :number ?n } } }")))
        .isInstanceOf(FarSideException.class)
        .hasMessageStartingWith(farSide.endpoint().toString())
        .hasMessageContaining("more than 50 times", "put OPTIONAL inside");
    assertThat(farSide.requests() - before).isEqualTo(50);
    assertThat(rows(here, asking("SELECT * { THERE { ?x :end ?n } }")))
        .as("each query is counted for itself")
        .hasSize(1);
  }

  @Test
  void whatIsNotAllowedIsNotAskedWhateverElseIsConfigured() {
    String other = farSide.endpoint() + "2";
    int before = farSide.requests();
    assertThatThrownBy(() -> rows(here, "SELECT * { SERVICE <" + other + "> { ?s ?p ?o } }"))
        .isInstanceOf(QueryExecException.class)
        .hasMessageContaining("is not allowed");
    DatasetGraph nobody = DatasetGraphFactory.wrap(both.getDefaultGraph());
    AllowedServices.none().permit(nobody.getContext());
    assertThatThrownBy(() -> rows(nobody, asking("SELECT * { THERE { ?x :start ?n } }")))
        .isInstanceOf(QueryExecException.class);
    assertThat(farSide.requests()).isEqualTo(before);
  }
}
