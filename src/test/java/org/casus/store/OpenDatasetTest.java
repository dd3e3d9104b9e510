package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader can rely on, whichever way a build is read. */
class OpenDatasetTest {
  private static final String DATA =
      """
      PREFIX : <https://example.org/>
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      :one { :minister rdfs:label "Elmar Məmmədyarov"@az ; a :Person . }
      :two { :minister rdfs:label "Elmar Məmmədyarov"@az ; casus:gist "Calls for justice."@en . }
      :loose rdfs:label "in the default graph" .
      """;

  @TempDir Path temp;

  static Stream<Named<Function<Build, OpenDataset>>> waysToRead() {
    return Stream.of(Named.of("database", Build::open), Named.of("memory", Build::load));
  }

  private OpenDataset open(Function<Build, OpenDataset> way) {
    return way.apply(Quads.published(DatasetDirectory.at(temp), Quads.trig(DATA)));
  }

  @ParameterizedTest
  @MethodSource("waysToRead")
  void defaultGraphIsTheUnionOfTheNamedGraphs(Function<Build, OpenDataset> way) {
    try (OpenDataset open = open(way)) {
      assertThat(Quads.ask(open, "SELECT (STR(COUNT(*)) AS ?x) { ?s ?p ?o }"))
          .containsExactly("\"3\"");
      assertThat(Quads.ask(open, "SELECT ?x { GRAPH ?x { ?s a ?c } }"))
          .containsExactly("https://example.org/one");
    }
  }

  @ParameterizedTest
  @MethodSource("waysToRead")
  void textSearchFoldsAccentsAndCase(Function<Build, OpenDataset> way) {
    try (OpenDataset open = open(way)) {
      String search = "PREFIX text: <http://jena.apache.org/text#> SELECT ?x { ?x text:query %s }";
      assertThat(Quads.ask(open, search.formatted("'MAMMADYAROV'")))
          .containsExactly("https://example.org/minister");
      assertThat(Quads.ask(open, search.formatted("(<" + Quads.GIST + "> 'justice')")))
          .containsExactly("https://example.org/minister");
      assertThat(Quads.ask(open, search.formatted("'justice'"))).isEmpty();
    }
  }

  @Test
  void memoryCopyCanBeReadBesideTheDatabase() {
    Build build = Quads.published(DatasetDirectory.at(temp), Quads.trig(DATA));
    try (OpenDataset database = build.open();
        OpenDataset memory = build.load()) {
      assertThat(Quads.labels(memory)).isEqualTo(Quads.labels(database)).hasSize(1);
    }
  }

  @Test
  void dumpKeepsTheOrderOfTheQuadsAndIsReproducible() throws IOException {
    List<Quad> quads = Quads.trig(DATA);
    byte[] first = bytes("first", quads);
    assertThat(bytes("second", quads)).isEqualTo(first);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(5);
    }
  }

  @Test
  void statisticsForTheOptimiserAreWhereTheDatabaseLooksForThem() {
    Build build = Quads.published(DatasetDirectory.at(temp), Quads.trig(DATA));
    assertThat(build.directory().resolve("tdb2/Data-0001/stats.opt"))
        .content()
        .contains("((ANY <" + Quads.LABEL + "> ANY)");
  }

  @Test
  void loadsMoreTermsThanTheNodeCacheHolds() {
    Quad model = Quads.labelled("model").get(0);
    Iterable<Quad> many =
        () ->
            IntStream.range(0, 15_000)
                .mapToObj(
                    n ->
                        Quad.create(
                            model.getGraph(),
                            NodeFactory.createURI("https://example.org/" + n),
                            model.getPredicate(),
                            NodeFactory.createLiteralString("label " + n)))
                .iterator();
    try (NewBuild build = DatasetDirectory.at(temp).begin()) {
      assertThat(build.load(many, Quads.FIELDS)).isEqualTo(15_000);
      try (OpenDataset open = build.publish(Quads.info(build)).open()) {
        assertThat(Quads.labels(open)).hasSize(15_000);
      }
    }
  }

  private byte[] bytes(String name, List<Quad> quads) throws IOException {
    Build build = Quads.published(DatasetDirectory.at(temp.resolve(name)), quads);
    return Files.readAllBytes(build.dump());
  }
}
