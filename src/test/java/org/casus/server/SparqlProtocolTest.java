package org.casus.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.casus.server.W3cSuite.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SPARQL 1.1 Protocol and the Service Description, test by test of the W3C's manifests. These
 * tell their tests in words; the requests are written here after sections 2.1 and 2.2 of the
 * protocol. A test of the manifests that has no method here is a failure.
 *
 * <p>The endpoint is for reading: where the suite expects that an update is carried out, the update
 * must be refused and change nothing.
 */
class SparqlProtocolTest {
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String[] DOCUMENTS =
      IntStream.rangeClosed(1, 3)
          .mapToObj("https://example.org/documents/%d"::formatted)
          .toArray(String[]::new);
  private static final String ONE = DOCUMENTS[0];
  private static final String TWO = DOCUMENTS[1];
  private static final String THREE = DOCUMENTS[2];

  private interface Check {
    void run() throws Exception;
  }

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.over(
            temp.resolve("db"),
            Stream.of(DOCUMENTS)
                .map("<%1$s> { <%1$s> a <http://xmlns.com/foaf/0.1/Document> }"::formatted)
                .collect(Collectors.joining("\n")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private final Map<String, Check> checks =
      Map.ofEntries(
          entry("query_get", () -> isTrue(get("query", "ASK {}"))),
          entry("query_post_form", () -> isTrue(post(FORM, form("query", "ASK {}")))),
          entry("query_post_direct", () -> isTrue(post(QUERY, "ASK {}"))),
          entry("query_dataset_default_graphs_get", this::defaultGraphsByGet),
          entry("query_dataset_default_graphs_post", this::defaultGraphsByPost),
          entry("query_dataset_named_graphs_get", this::namedGraphsByGet),
          entry("query_dataset_named_graphs_post", this::namedGraphsByPost),
          entry("query_dataset_full", this::wholeDataset),
          entry("query_multiple_dataset", this::protocolIsStrongerThanQuery),
          entry("query_content_type_select", () -> isOfType("SELECT (1 AS ?n) {}", ROWS)),
          entry("query_content_type_ask", () -> isOfType("ASK {}", TRUTHS)),
          entry("query_content_type_describe", () -> isOfType("DESCRIBE <" + ONE + ">", GRAPHS)),
          entry(
              "query_content_type_construct",
              () -> isOfType("CONSTRUCT { <s> <p> 1 } WHERE {}", GRAPHS)),
          entry("bad_query_method", this::otherMethods),
          entry(
              "bad_multiple_queries",
              () -> isRefused(get("query", "ASK {}", "query", "SELECT * {}"), 400)),
          entry("bad_query_wrong_media_type", () -> isRefused(post("text/plain", "ASK {}"), 415)),
          entry(
              "bad_query_missing_form_type",
              () -> isRefused(post("", form("query", "ASK {}")), 400)),
          entry("bad_query_missing_direct_type", () -> isRefused(post("", "ASK {}"), 400)),
          entry("bad_query_non_utf8", () -> isRefused(inUtf16(QUERY, "ASK {}"), 400)),
          entry("bad_query_syntax", () -> isRefused(get("query", "ASK {"), 400)),
          entry("update_post_form", () -> isReadOnly(post(FORM, form("update", "CLEAR ALL")))),
          entry("update_post_direct", () -> isReadOnly(post(UPDATE, "CLEAR ALL"))),
          entry(
              "update_base_uri",
              () -> isReadOnly(post(UPDATE, "BASE <http://a/> INSERT DATA { <s> <p> <o> }"))),
          entry("update_dataset_default_graph", () -> isReadOnly(using("using-graph-uri", ONE))),
          entry(
              "update_dataset_default_graphs",
              () -> isReadOnly(using("using-graph-uri", ONE, "using-graph-uri", TWO))),
          entry(
              "update_dataset_named_graphs",
              () -> isReadOnly(using("using-named-graph-uri", ONE, "using-named-graph-uri", TWO))),
          entry(
              "update_dataset_full",
              () -> isReadOnly(using("using-graph-uri", ONE, "using-named-graph-uri", TWO))),
          entry("bad_update_get", () -> isRefused(get("update", "CLEAR ALL"), 403)),
          entry(
              "bad_multiple_updates",
              () -> isRefused(post(FORM, form("update", "CLEAR ALL", "update", "CLEAR ALL")), 403)),
          entry(
              "bad_update_wrong_media_type", () -> isRefused(post("text/plain", "CLEAR ALL"), 415)),
          entry(
              "bad_update_missing_form_type",
              () -> isRefused(post("", form("update", "CLEAR ALL")), 400)),
          entry("bad_update_non_utf8", () -> isRefused(inUtf16(UPDATE, "CLEAR NAMED"), 403)),
          entry("bad_update_syntax", () -> isRefused(post(FORM, form("update", "CLEAR XYZ")), 403)),
          entry(
              "bad_update_dataset_conflict",
              () -> isRefused(using("using-named-graph-uri", TWO), 403)),
          entry("returns-rdf", () -> assertThat(description().isEmpty()).isFalse()),
          entry("has-endpoint-triple", this::descriptionNamesTheEndpoint),
          entry("conforms-to-schema", this::descriptionKeepsToItsVocabulary));

  @TestFactory
  Stream<DynamicTest> protocolAndServiceDescription() {
    return Stream.of("sparql11/protocol", "sparql11/service-description")
        .flatMap(area -> W3cSuite.of(area).stream())
        .map(Case::id)
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Objects.requireNonNull(checks.get(name), "No check for this test").run();
                      HttpResponse<String> size =
                          server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o } #" + name);
                      assertThat(size.body()).isEqualTo("n\r\n3\r\n");
                    }));
  }

  private static final Set<String> ROWS =
      Set.of(
          "application/sparql-results+xml",
          "application/sparql-results+json",
          "text/csv",
          "text/tab-separated-values");
  private static final Set<String> TRUTHS =
      Set.of("application/sparql-results+xml", "application/sparql-results+json");
  private static final Set<String> GRAPHS =
      Set.of("application/rdf+xml", "text/turtle", "application/n-triples");

  /** Without a wish of the client; section 2.1.5. */
  private static void isOfType(String query, Set<String> types) throws Exception {
    HttpResponse<String> answer = post(QUERY, query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""))
        .isIn(types);
  }

  private void otherMethods() throws Exception {
    for (String method : Set.of("PUT", "DELETE", "PATCH")) {
      isRefused(
          server.send(
              server
                  .request("/casus/sparql?" + form("query", "ASK {}"))
                  .method(method, BodyPublishers.noBody())),
          405);
    }
  }

  private static final String BOTH =
      "ASK { <%s> a ?one . <%s> a ?other FILTER NOT EXISTS { <%s> a ?third } }"
          .formatted(DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[2]);

  private void defaultGraphsByGet() throws Exception {
    isTrue(get("query", BOTH, "default-graph-uri", ONE, "default-graph-uri", TWO));
  }

  private void defaultGraphsByPost() throws Exception {
    String graphs = form("default-graph-uri", ONE, "default-graph-uri", TWO);
    isTrue(post("?" + graphs, QUERY, BOTH));
    isTrue(post(FORM, graphs + "&" + form("query", BOTH)));
  }

  private static final String NAMED =
      "GRAPH ?g { <%s> a ?one } GRAPH ?h { <%s> a ?other } FILTER NOT EXISTS { GRAPH ?i { <%s> a ?third } }"
          .formatted(DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[2]);

  private void namedGraphsByGet() throws Exception {
    isTrue(get("query", "ASK { " + NAMED + " }", "named-graph-uri", ONE, "named-graph-uri", TWO));
  }

  private void namedGraphsByPost() throws Exception {
    String graphs = form("named-graph-uri", ONE, "named-graph-uri", TWO);
    isTrue(post("?" + graphs, QUERY, "ASK { " + NAMED + " }"));
    isTrue(post(FORM, graphs + "&" + form("query", "ASK { " + NAMED + " }")));
  }

  private void wholeDataset() throws Exception {
    String graphs =
        form("default-graph-uri", THREE, "named-graph-uri", ONE, "named-graph-uri", TWO);
    isTrue(post("?" + graphs, QUERY, "ASK { <" + THREE + "> a ?third . " + NAMED + " }"));
  }

  private void protocolIsStrongerThanQuery() throws Exception {
    String graphs = form("named-graph-uri", ONE, "named-graph-uri", TWO);
    isTrue(post("?" + graphs, QUERY, "ASK FROM NAMED <" + THREE + "> { " + NAMED + " }"));
  }

  private static HttpResponse<String> using(String... graphs) throws Exception {
    return post("?" + form(graphs), UPDATE, "INSERT { <a:s> <a:p> ?s } WHERE { ?s a ?class }");
  }

  private void descriptionNamesTheEndpoint() throws Exception {
    Resource endpoint =
        ResourceFactory.createResource("http://localhost:" + server.port() + "/casus/sparql");
    assertThat(
            description().contains(null, ResourceFactory.createProperty(SD, "endpoint"), endpoint))
        .isTrue();
  }

  /** Every property that is used is a term of the vocabulary, at a thing of the class it is for. */
  private void descriptionKeepsToItsVocabulary() throws Exception {
    Map<String, String> domains =
        Map.of(
            "endpoint", "Service",
            "supportedLanguage", "Service",
            "feature", "Service",
            "resultFormat", "Service",
            "propertyFeature", "Service",
            "defaultDataset", "Service",
            "defaultGraph", "Dataset",
            "namedGraph", "Dataset",
            "name", "NamedGraph",
            "graph", "NamedGraph");
    Model description = description();
    for (Statement statement : description.listStatements().toList()) {
      if (statement.getPredicate().getNameSpace().equals(SD)) {
        String domain = domains.get(statement.getPredicate().getLocalName());
        assertThat(domain).as(statement.toString()).isNotNull();
        assertThat(
                statement
                    .getSubject()
                    .hasProperty(RDF.type, ResourceFactory.createResource(SD + domain)))
            .as(statement.toString())
            .isTrue();
      }
    }
  }

  private static Model description() throws Exception {
    HttpResponse<String> answer = server.get("/casus/sparql");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
    Model model = ModelFactory.createDefaultModel();
    RDFParser.create().fromString(answer.body()).lang(Lang.TURTLE).parse(model);
    return model;
  }

  private static void isTrue(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).containsPattern("<boolean>true</boolean>|\"boolean\":true");
  }

  private static void isRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).isNotBlank();
  }

  private static void isReadOnly(HttpResponse<String> answer) {
    isRefused(answer, 403);
    assertThat(answer.body()).contains(QueryPolicy.READ_ONLY);
  }

  private static HttpResponse<String> get(String... parameters) throws Exception {
    return server.get("/casus/sparql?" + form(parameters));
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return post("", type, body);
  }

  private static HttpResponse<String> post(String parameters, String type, String body)
      throws Exception {
    return post(parameters, type, BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> inUtf16(String type, String body) throws Exception {
    Charset utf16 = StandardCharsets.UTF_16;
    return post("", type + "; charset=UTF-16", BodyPublishers.ofString(body, utf16));
  }

  /**
   * @param type empty for none
   */
  private static HttpResponse<String> post(String parameters, String type, BodyPublisher body)
      throws Exception {
    HttpRequest.Builder request = server.request("/casus/sparql" + parameters).POST(body);
    return server.send(type.isEmpty() ? request : request.header("Content-Type", type));
  }

  /** Names and values in turn, encoded as forms are. */
  private static String form(String... parameters) {
    return IntStream.range(0, parameters.length / 2)
        .mapToObj(n -> parameters[2 * n] + "=" + encoded(parameters[2 * n + 1]))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
