package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.iri.Iris;
import org.casus.problem.Problems;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue says of the whole, counted by hand and in the dataset of the project. */
class DatasetDescriptionTest {
  private static final String PREFIXES =
      """
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/casus/graph/>
      PREFIX id: <https://w3id.org/casus/id/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX void-ext: <http://ldf.fi/void-ext#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /** Three graphs; one triple stands in two of them, and one type follows by OWL. */
  private static final String DATA =
      """
      GRAPH <https://w3id.org/casus/graph/reference> {
        <https://w3id.org/casus/id/actor/a> a casus:Person ; rdfs:label "A"@en .
        <https://w3id.org/casus/id/actor/b> a casus:Person ; rdfs:label "B"@en , "B" .
      }
      GRAPH <https://w3id.org/casus/graph/article/x> {
        <https://w3id.org/casus/id/actor/a> rdfs:label "A"@en .
        <https://w3id.org/casus/id/statement/s> a casus:Statement ;
          casus:hasSpeaker <https://w3id.org/casus/id/actor/a> ,
            <https://w3id.org/casus/id/actor/b> .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/owl> {
        <https://w3id.org/casus/id/actor/a> a casus:Actor .
      }
      GRAPH <https://w3id.org/casus/graph/wikidata> {
        <https://w3id.org/casus/id/actor/a> owl:sameAs <http://www.wikidata.org/entity/Q1> .
      }
      GRAPH <https://w3id.org/casus/graph/dataset/cow-1> {
        <https://w3id.org/casus/id/actor/b> a casus:State .
      }
      """;

  private static Graph description;

  @BeforeAll
  static void describe() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(PREFIXES + DATA, Lang.TRIG).parse(dataset);
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    description = GraphFactory.createDefaultGraph();
    PrefixMapping prefixes =
        PrefixMapping.Factory.create()
            .setNsPrefix("casus", "https://w3id.org/casus/ontology#")
            .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    DatasetDescription.write(quads, prefixes, description::add);
  }

  @Test
  void theUnionCountsEachTripleOnce() {
    assertThat(
            holds(
                """
                ASK { <https://w3id.org/casus/id/dataset/casus> a void:Dataset , dcat:Dataset ;
                  void:triples 11 ; void:entities 3 ; void:distinctSubjects 3 ;
                  void:distinctObjects 10 ; void:classes 4 ; void:properties 4 ;
                  void:uriSpace "https://w3id.org/casus/" ;
                  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                  void:exampleResource <https://w3id.org/casus/id/statement/s> ;
                  void:subset <https://w3id.org/casus/graph/reference> }"""))
        .isTrue();
  }

  @Test
  void eachGraphHasItsOwnNumbersAndTerms() {
    assertThat(
            holds(
                """
                ASK { graph:reference a void:Dataset , casus:NamedGraph ; void:triples 5 ;
                    dcterms:license ?any ;
                    void:classPartition [ void:class casus:Person ; void:entities 2 ] ;
                    void:propertyPartition [ void:property rdfs:label ; void:triples 3 ;
                      void:distinctSubjects 2 ; void:distinctObjects 3 ] .
                  <https://w3id.org/casus/graph/dataset/cow-1> void:triples 1 .
                  FILTER NOT EXISTS {
                    <https://w3id.org/casus/graph/dataset/cow-1> dcterms:license ?licence } }"""))
        .isTrue();
  }

  /** The query by which editors in the manner of the SIB complete queries. */
  @Test
  void editorsLearnWhichClassHasWhichPropertyWithWhichValues() {
    assertThat(
            rows(
                """
                SELECT DISTINCT ?class ?property ?value {
                  ?partition void:class ?class ; void:propertyPartition ?uses .
                  ?uses void:property ?property .
                  OPTIONAL {
                    { ?uses void:classPartition [ void:class ?value ] }
                    UNION { ?uses void-ext:datatypePartition [ void-ext:datatype ?value ] }
                  }
                }"""))
        .contains(
            "casus:Statement casus:hasSpeaker casus:Person",
            "casus:Statement casus:hasSpeaker casus:State",
            "casus:Person rdfs:label rdf:langString",
            "casus:Person rdfs:label xsd:string")
        .noneMatch(row -> row.startsWith("casus:Actor "));
  }

  @Test
  void linksToWikidataAreALinkset() {
    assertThat(
            holds(
                """
                ASK { <https://w3id.org/casus/id/dataset/casus> void:subset ?links .
                  ?links a void:Linkset ; void:linkPredicate owl:sameAs ; void:triples 1 ;
                    void:subjectsTarget <https://w3id.org/casus/id/dataset/casus> ;
                    void:objectsTarget [ void:uriSpace "http://www.wikidata.org/entity/" ] }"""))
        .isTrue();
  }

  @Test
  void theNumbersOfTheProjectAreThoseOfTheDatasetWithoutTheDescription() {
    Problems problems = new Problems();
    DatasetGraph dataset = Assembly.of(ProjectCopy.original(), problems, Progress.SILENT).dataset();
    assertThat(problems.errors()).isZero();
    Graph catalogue = dataset.getGraph(Iris.graph("catalogue"));
    dataset
        .listGraphNodes()
        .forEachRemaining(
            graph -> {
              long triples = dataset.getGraph(graph).size();
              if (graph.equals(Iris.graph("catalogue"))) {
                assertThat(triples).isGreaterThan(told(catalogue, graph.getURI()));
              } else {
                assertThat(told(catalogue, graph.getURI())).isEqualTo(triples);
              }
              assertThat(GraphDescriptions.of(Iris.graphName(graph)))
                  .as(graph.getURI())
                  .isPresent();
            });
  }

  private static long told(Graph catalogue, String graph) {
    try (QueryExec query =
        QueryExec.graph(catalogue)
            .query(PREFIXES + "SELECT ?n { <" + graph + "> void:triples ?n }")
            .build()) {
      return Long.parseLong(query.select().next().get("n").getLiteralLexicalForm());
    }
  }

  @Test
  void titleAndWordsAreThoseOfTheCitationFile() throws IOException {
    String citation = Files.readString(Path.of("CITATION.cff")).replaceAll("\\s+", " ");
    assertThat(citation)
        .contains(DatasetDescription.TITLE, DatasetDescription.ABSTRACT, "CC-BY-4.0");
    DatasetDescription.KEYWORDS.forEach(word -> assertThat(citation).contains("- " + word));
  }

  @Test
  void theReadmeDescribesTheGraphsInTheSameWords() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .dropWhile(line -> !line.equals("| graph | holds |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.replace("`", ""))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            GraphDescriptions.ROWS.stream()
                .map(row -> "| " + row.graphs() + " | " + row.holds() + " |")
                .toList());
  }

  private static boolean holds(String ask) {
    try (QueryExec query = QueryExec.graph(description).query(PREFIXES + ask).build()) {
      return query.ask();
    }
  }

  private static TreeSet<String> rows(String select) {
    PrefixMapping names =
        PrefixMapping.Factory.create()
            .setNsPrefixes(PrefixMapping.Standard)
            .setNsPrefix("casus", "https://w3id.org/casus/ontology#");
    TreeSet<String> rows = new TreeSet<>();
    try (QueryExec query = QueryExec.graph(description).query(PREFIXES + select).build()) {
      RowSet answer = query.select();
      answer.forEachRemaining(
          row -> {
            List<String> cells = new ArrayList<>();
            answer
                .getResultVars()
                .forEach(
                    name -> {
                      if (row.contains(name)) {
                        cells.add(names.shortForm(row.get(name).getURI()));
                      }
                    });
            rows.add(String.join(" ", cells));
          });
    }
    return rows;
  }
}
