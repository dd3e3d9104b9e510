package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of the data are followed: each document says what the dataset says, in each syntax. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkedDataTest {
  private static final String BOND = "/id/bond/b";

  /** What a document about the bond has to say, and no more. */
  private static final String ABOUT_BOND =
      """
      GRAPH graph:bonds {
        <bond/b> a casus:Bond ; rdfs:label "Aland owes Bland defence"@en ;
          casus:obligor <actor/a> ; casus:start <date/1997> ;
          casus:condition [ rdfs:label "armed attack"@en ; casus:aim ( "one" "two" ) ] .
      }
      GRAPH graph:owl { <bond/b> a prov:Entity . }
      GRAPH graph:derivations {
        <bond/b> prov:wasGeneratedBy <derivation/1> .
        <derivation/1> a casus:Derivation ; casus:derivedBy <rule/r> ; prov:used <provision/p> .
        <derivation/2> a casus:Derivation ; rdf:subject <bond/b> ;
          rdf:predicate casus:obligor ; rdf:object <actor/a> .
      }
      GRAPH graph:reference {
        <date/1997> a casus:CalendarDate ; casus:edtf "1997" ; casus:precision <p/year> .
        <actor/a> rdfs:label "Aland"@en , "Ալանդ"@hy .
        <provision/p> rdfs:label "Article 3"@en .
      }
      GRAPH graph:catalogue { <rule/r> rdfs:label "By treaty"@en . }
      GRAPH graph:ontology { casus:Bond rdfs:label "bond"@en . <p/year> rdfs:label "year"@en . }
      """;

  private static final String REST =
      """
      GRAPH graph:ontology {
        <https://w3id.org/casus/ontology> a owl:Ontology ; dcterms:title "The ontology"@en ;
          owl:versionIRI <https://w3id.org/casus/ontology/0.1.0> .
        <https://w3id.org/casus/ontology/core> a owl:Ontology ;
          dcterms:isPartOf <https://w3id.org/casus/ontology> .
        casus:Bond a owl:Class ; rdfs:isDefinedBy <https://w3id.org/casus/ontology/core> ;
          rdfs:subClassOf [ a owl:Restriction ; owl:onProperty casus:obligor ] .
        casus:Other a owl:Class .
      }
      GRAPH graph:reference {
        <actor/a> a casus:State ; casus:isPartOf <actor/b> .
        <actor/b> casus:isPartOf <actor/a> ; rdfs:label "Bland"@en .
        <bond/c> casus:obligee <bond/b> .
        <file/data%2Fa.ttl> rdfs:label "data/a.ttl" .
        <date/2020%2F2021> casus:edtf "2020/2021" .
      }
      GRAPH graph:catalogue {
        <dataset/casus> a <http://rdfs.org/ns/void#Dataset> ; rdfs:label "Casus"@en ;
          <http://rdfs.org/ns/void#subset> graph:reference ;
          <http://rdfs.org/ns/void#classPartition> <dataset/casus#class-casus.Bond> .
        <dataset/casus#class-casus.Bond> <http://rdfs.org/ns/void#class> casus:Bond .
        graph:reference a casus:NamedGraph ; rdfs:label "Reference facts"@en ;
          <http://rdfs.org/ns/void#triples> 8 .
      }
      GRAPH graph:shapes {
        <https://w3id.org/casus/shape/BOND> rdfs:label "Bond"@en .
      }
      """;

  private static final String PREFIXES =
      """
      BASE <https://w3id.org/casus/id/>
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/casus/graph/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.over(temp, PREFIXES + ABOUT_BOND + REST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, ttl",
    "application/ld+json, jsonld",
    "application/n-triples, nt",
    "application/rdf+xml, rdf",
  })
  void triplesOfAThingAreThoseOfTheDataset(String type, String ending) throws Exception {
    HttpResponse<String> negotiated = get(BOND, type);
    assertThat(negotiated.statusCode()).isEqualTo(200);
    assertThat(header(negotiated, "Content-Type")).startsWith(type);
    assertThat(header(negotiated, "Content-Location")).isEqualTo(BOND + "." + ending);
    assertThat(header(negotiated, "Vary")).contains("Accept");
    assertThat(negotiated.headers().allValues("Link"))
        .contains("<https://w3id.org/casus/id/bond/b>; rel=\"describes\"")
        .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
        .contains("</id/bond/b.html>; rel=\"alternate\"; type=\"text/html\"");
    HttpResponse<String> named = get(BOND + "." + ending, "*/*");
    assertThat(named.headers().firstValue("Content-Location")).isEmpty();
    Graph expected = union(dataset(PREFIXES + ABOUT_BOND, Lang.TRIG));
    for (HttpResponse<String> answer : List.of(negotiated, named)) {
      Graph told = GraphFactory.createDefaultGraph();
      RDFParser.create()
          .fromString(answer.body())
          .lang(RDFLanguages.contentTypeToLang(type))
          .parse(told);
      assertThat(told.isIsomorphicWith(expected)).as(answer.body()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"application/trig, trig", "application/n-quads, nq"})
  void quadsOfAThingAreThoseOfTheDataset(String type, String ending) throws Exception {
    DatasetGraph expected = dataset(PREFIXES + ABOUT_BOND, Lang.TRIG);
    for (HttpResponse<String> answer :
        List.of(get(BOND, type), get(BOND + "." + ending, "text/html"))) {
      assertThat(header(answer, "Content-Type")).startsWith(type);
      DatasetGraph told = dataset(answer.body(), RDFLanguages.contentTypeToLang(type));
      assertThat(IsoMatcher.isomorphic(told, expected)).as(answer.body()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
    "*/*, text/turtle",
    "'application/ld+json;q=0.5, application/n-triples', application/n-triples",
    "'image/png, text/*;q=0.1', text/turtle",
  })
  void theWishesOfTheClientDecide(String accept, String type) throws Exception {
    assertThat(header(get(BOND, accept), "Content-Type")).startsWith(type);
  }

  @Test
  void whatIsNotThereToBeHadIsToldWithWhatIs() throws Exception {
    HttpResponse<String> answer = get(BOND, "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/turtle", "application/ld+json", "text/html");
  }

  @Test
  void anUnknownThingIsNotFoundAndSimilarNamesAreTold() throws Exception {
    HttpResponse<String> page = get("/id/actor/aland", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("href=\"/id/actor/a\"", "Aland");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    HttpResponse<String> document = get("/id/actor/aland.ttl", "*/*");
    assertThat(document.statusCode()).isEqualTo(404);
    assertThat(document.body()).contains("https://w3id.org/casus/id/actor/a (Aland)");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/file/data/a.ttl, https://w3id.org/casus/id/file/data%2Fa.ttl",
    "/id/file/data/a.ttl.ttl, https://w3id.org/casus/id/file/data%2Fa.ttl",
    "/id/date/2020/2021, https://w3id.org/casus/id/date/2020%2F2021",
    "/id/bond/%62, https://w3id.org/casus/id/bond/b",
    "/graph/reference, https://w3id.org/casus/graph/reference",
    "/shape/BOND, https://w3id.org/casus/shape/BOND",
  })
  void addressesOfOddNamesAreUnderstood(String path, String iri) throws Exception {
    HttpResponse<String> answer = get(path, "text/turtle");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Link")).contains("<" + iri + ">; rel=\"describes\"");
  }

  @Test
  void theOntologyIsTheWholeGraphAndAModuleItsTerms() throws Exception {
    Graph expected = graphOf("https://w3id.org/casus/graph/ontology");
    for (String path : List.of("/ontology", "/ontology.ttl", "/ontology/0.1.0")) {
      assertThat(parsed(get(path, "text/turtle")).isIsomorphicWith(expected)).as(path).isTrue();
    }
    Graph module = parsed(get("/ontology/core", "text/turtle"));
    assertThat(ask(module, "ASK { casus:Bond rdfs:subClassOf [ a owl:Restriction ] }")).isTrue();
    assertThat(ask(module, "ASK { casus:Other ?p ?o }")).isFalse();
    HttpResponse<String> page = get("/ontology/core", "text/html");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(header(page, "Location")).endsWith("/ontology#module-core");
    assertThat(get("/ontology/none", "text/turtle").statusCode()).isEqualTo(404);
  }

  @Test
  void theDescriptionOfTheDatasetTellsWhereItIsServed() throws Exception {
    for (String path : List.of("/.well-known/void", "/.well-known/void.ttl")) {
      Graph told = parsed(get(path, "text/turtle"));
      assertThat(
              ask(
                  told,
                  """
                  PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
                  ASK { <https://w3id.org/casus/id/dataset/casus> a void:Dataset ;
                      void:sparqlEndpoint <BASE/casus/sparql> ; void:dataDump <BASE/casus/data> ;
                      dcat:distribution [ dcat:accessURL <BASE/casus/data> ] ;
                      dcterms:modified "2026-11-22T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> ;
                      void:classPartition [ void:class casus:Bond ] .
                    <BASE/.well-known/void> a void:DatasetDescription .
                    <BASE/casus/sparql> a dcat:DataService .
                    graph:reference void:triples 8 ;
                      void:dataDump <BASE/casus/data?graph=https%3A%2F%2Fw3id.org%2Fcasus%2Fgraph%2Freference> }"""
                      .replace("BASE", "http://localhost:" + server.port())))
          .as(path)
          .isTrue();
    }
    assertThat(server.get("/casus/sparql").body()).contains("/.well-known/void>");
  }

  /** What a description names as a dump can be had there. */
  @Test
  void dumpsOfGraphsCanBeHad() throws Exception {
    HttpResponse<String> dump =
        get(
            "/casus/data?graph=https%3A%2F%2Fw3id.org%2Fcasus%2Fgraph%2Freference",
            "application/n-triples");
    assertThat(dump.statusCode()).isEqualTo(200);
    assertThat(dump.body()).contains("Bland");
  }

  @Test
  void crawlersGetTheListOfPages() throws Exception {
    HttpResponse<String> robots = server.get("/robots.txt");
    String sitemap = "http://localhost:" + server.port() + "/sitemap.xml";
    assertThat(robots.body()).contains("Sitemap: " + sitemap, "Disallow: /casus/");
    HttpResponse<String> pages = server.get("/sitemap.xml");
    assertThat(header(pages, "Content-Type")).startsWith("application/xml");
    assertThat(pages.body())
        .contains("<loc>http://localhost:" + server.port() + "/id/bond/b</loc>")
        .contains("/graph/reference</loc>", "/ontology</loc>", "/id/file/data/a.ttl</loc>")
        .doesNotContain("derivation");
    assertThat(server.get("/sitemap.xml?part=2").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/bond/b", "/ontology", "/explain", "/links", "/.well-known/void"})
  void nothingIsWritten(String path) throws Exception {
    HttpResponse<String> answer = server.send(server.request(path).DELETE());
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    return server.send(server.request(path).header("Accept", accept));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Graph parsed(HttpResponse<String> answer) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
    return graph;
  }

  private static DatasetGraph dataset(String text, Lang lang) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(text, lang).parse(dataset);
    return dataset;
  }

  private static Graph union(DatasetGraph dataset) {
    Graph union = GraphFactory.createDefaultGraph();
    dataset.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    return union;
  }

  private static Graph graphOf(String name) {
    return dataset(PREFIXES + ABOUT_BOND + REST, Lang.TRIG).getGraph(NodeFactory.createURI(name));
  }

  private static boolean ask(Graph graph, String ask) {
    try (QueryExec query = QueryExec.graph(graph).query(PREFIXES + ask).build()) {
      return query.ask();
    }
  }
}
