package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of the ontology of the project, with a handful of records. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OntologyDocumentationTest {
  private static final List<Node> KINDS =
      Stream.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty)
          .map(kind -> kind.asNode())
          .toList();
  private static final String RECORDS =
      """
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX void: <http://rdfs.org/ns/void#>
      BASE <https://w3id.org/casus/id/>
      GRAPH <https://w3id.org/casus/graph/reference> {
        <statement/1> a casus:Statement ; casus:hasSpeaker <actor/a> ; rdfs:label "First"@en .
        <statement/2> a casus:Statement ; rdfs:label "Second"@en .
        <statement/3> a casus:Statement . <statement/4> a casus:Statement .
        <actor/a> rdfs:label "Aland"@en .
      }
      GRAPH <https://w3id.org/casus/graph/catalogue> {
        <dataset/casus> void:classPartition <dataset/casus#s> ; void:propertyPartition <dataset/casus#h> .
        <dataset/casus#s> void:class casus:Statement ; void:entities 4 .
        <dataset/casus#h> void:property casus:hasSpeaker ; void:triples 1 .
      }
      """;

  @TempDir static Path temp;
  private static Graph ontology;
  private static Document page;

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Problems problems = new Problems();
    Path directory = ProjectCopy.original().ontology();
    ontology = Ontology.read(directory, problems).graph();
    DatasetGraph dataset = DatasetGraphFactory.create();
    ontology
        .find()
        .forEachRemaining(triple -> dataset.add(Quad.create(Iris.graph("ontology"), triple)));
    Ontology.shapes(directory, problems)
        .find()
        .forEachRemaining(triple -> dataset.add(Quad.create(Iris.graph("shapes"), triple)));
    assertThat(problems.errors()).isZero();
    Path file = temp.resolve("ontology.trig");
    try (var out = Files.newOutputStream(file)) {
      RDFDataMgr.write(out, dataset, Lang.TRIG);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server = RunningServer.over(temp.resolve("db"), Files.readString(file) + RECORDS);
    page =
        Jsoup.parse(server.send(server.request("/ontology").header("Accept", "text/html")).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyTermHasItsAnchorLabelAndDefinition() {
    List<Node> terms =
        KINDS.stream()
            .flatMap(kind -> subjects(RDF.type.asNode(), kind))
            .filter(term -> term.isURI() && term.getURI().startsWith(Casus.NAMESPACE))
            .toList();
    assertThat(terms).hasSizeGreaterThan(250);
    for (Node term : terms) {
      String name = term.getURI().substring(Casus.NAMESPACE.length());
      Element entry = page.getElementById(name);
      assertThat(entry).as(name).isNotNull();
      assertThat(entry.select("h4").text()).startsWith(value(term, RDFS.label.asNode()));
      assertThat(entry.select("p.definition").text())
          .isEqualTo(value(term, SKOS.definition.asNode()));
    }
    assertThat(page.select("section.term[id]:not([id^=scheme-])")).hasSameSizeAs(terms);
  }

  @Test
  void everyLinkWithinThePageHasItsTarget() {
    List<String> broken =
        page.select("a[href^=#], a[href^=/ontology#]").stream()
            .map(link -> link.attr("href").replaceFirst(".*#", ""))
            .filter(anchor -> page.getElementById(anchor) == null)
            .toList();
    assertThat(broken).isEmpty();
  }

  @Test
  void everyCodeOfEveryListIsThere() {
    List<String> codes = page.select("section[id^=scheme-] td code").eachText();
    assertThat(codes)
        .containsAll(
            subjects(RDF.type.asNode(), SKOS.Concept.asNode())
                .map(concept -> value(concept, SKOS.notation.asNode()))
                .toList());
    assertThat(page.getElementById("scheme-date-basis").text()).contains("from the reference");
  }

  @Test
  void aClassShowsItsPlaceItsObligationsAndInstances() {
    Element statement = page.getElementById("Statement");
    assertThat(statement.select("dt").eachText())
        .contains("Aligned with", "Has the properties", "Note", "Examples", "After");
    assertThat(statement.select("a[href=https://schema.org/CommunicateAction]")).hasSize(1);
    assertThat(statement.select("details tr:has(a[href=/shape/STATEMENT-SPEAKER])").text())
        .contains("has speaker", "1 or more", "actor", "A statement has one speaker or more.")
        .doesNotContain("actors.csv");
    assertThat(statement.select("details tr:has(a[href=/shape/RECORD-SOURCE])")).hasSize(1);
    assertThat(statement.select(".uses").text()).contains("4 in the data, such as First; Second");
    assertThat(statement.select(".uses a[href^=/links]").text()).isEqualTo("All 4");
    Element property = page.getElementById("hasSpeaker");
    assertThat(property.select(".uses").text())
        .isEqualTo("1 triple in the data, such as: First has speaker Aland.");
  }

  @Test
  void theDrawingShowsAllModulesAndSaysSoInWords() {
    Element drawing = page.select("svg").first();
    List<String> modules =
        page.select("h2[id^=module-]").stream()
            .map(heading -> heading.id().substring("module-".length()))
            .toList();
    assertThat(drawing.select("text").eachText()).containsExactlyInAnyOrderElementsOf(modules);
    assertThat(drawing.attr("role")).isEqualTo("img");
    assertThat(page.getElementById(drawing.attr("aria-labelledby")).text()).isNotEmpty();
    assertThat(page.select("section[aria-labelledby=module-statements] > p").text())
        .contains("Builds on actors, agreements, core, events, places.");
  }

  @Test
  void reusedVocabulariesAreListed() {
    assertThat(page.select("section[aria-labelledby=reused] th").eachText())
        .contains("http://www.w3.org/ns/prov#", "https://schema.org/");
  }

  private static Stream<Node> subjects(Node property, Node value) {
    return ontology
        .find(Node.ANY, property, value)
        .mapWith(triple -> triple.getSubject())
        .toList()
        .stream();
  }

  private static String value(Node subject, Node property) {
    return ontology.find(subject, property, Node.ANY).toList().stream()
        .map(triple -> triple.getObject().getLiteralLexicalForm().replaceAll("\\s+", " ").strip())
        .collect(Collectors.joining(" "));
  }
}
