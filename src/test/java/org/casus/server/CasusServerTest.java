package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casus.store.BuildInfo;
import org.casus.store.DatasetDirectory;
import org.casus.store.NewBuild;
import org.casus.store.TextFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public server as a stranger meets it: over HTTP, with the configuration that is shipped. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CasusServerTest {
  private static final Path CONFIG = Path.of("fuseki-config", "public.ttl");
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String DATA =
      """
      PREFIX : <https://example.org/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      :one { :minister rdfs:label "Elmar Məmmədyarov"@az ; a :Person . }
      :two { :minister rdfs:label "Elmar Məmmədyarov"@az . :other a :Person . }
      """;
  private static final String HEAVY =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

  @TempDir static Path temp;
  private static CasusServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    build(temp.resolve("db"), quads(DATA));
    server = CasusServer.start(new ServerOptions(0, true, temp.resolve("db"), CONFIG));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, text/csv",
    "application/sparql-results+json, application/sparql-results+json",
    "application/sparql-results+xml, application/sparql-results+xml",
  })
  void selectAnswersInTheFormatAskedFor(String accept, String type) throws Exception {
    HttpResponse<String> answer = query("SELECT ?s { ?s a ?type } ORDER BY ?s", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.body()).contains("https://example.org/minister", "https://example.org/other");
  }

  @Test
  void askConstructAndTextSearchWork() throws Exception {
    assertThat(query("ASK { ?s a ?type }", "application/sparql-results+json").body())
        .contains("\"boolean\":true");
    assertThat(query("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "text/turtle").body())
        .contains("<https://example.org/other>");
    assertThat(
            query(
                    "PREFIX text: <http://jena.apache.org/text#>"
                        + " SELECT DISTINCT ?s { ?s text:query 'mammadyarov' }",
                    "text/csv")
                .body())
        .isEqualTo("s\r\nhttps://example.org/minister\r\n");
  }

  @Test
  void postedQueriesWork() throws Exception {
    HttpResponse<String> form =
        post("/casus/sparql", "application/x-www-form-urlencoded", "query=" + encoded("ASK {}"));
    HttpResponse<String> body = post("/casus/sparql", "application/sparql-query", "ASK {}");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(body.statusCode()).isEqualTo(200);
  }

  @Test
  void defaultGraphIsTheUnionForQueriesAndForTheGraphStore() throws Exception {
    String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    assertThat(query(count, "text/csv").body()).isEqualTo("n\r\n3\r\n");
    assertThat(get("/casus/data?default", "application/n-triples").body().lines()).hasSize(3);
    assertThat(
            get("/casus/data?graph=" + encoded("https://example.org/one"), "application/n-triples")
                .body()
                .lines())
        .hasSize(2);
    assertThat(get("/casus/data", "application/n-quads").body().lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
      })
  void updatesAreRefusedInWords(String update) throws Exception {
    String form = "application/x-www-form-urlencoded";
    List<HttpResponse<String>> answers =
        List.of(
            post("/casus/sparql", form, "update=" + encoded(update)),
            post("/casus/sparql", "application/sparql-update", update),
            post("/casus/sparql", form, "query=" + encoded(update)),
            query(update, "text/csv"));
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("This endpoint is read-only");
    }
    assertThat(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body()).contains("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  void graphStoreCannotBeWritten(String method) throws Exception {
    HttpResponse<String> answer =
        send(
            request("/casus/data?default")
                .header("Content-Type", "text/turtle")
                .method(method, BodyPublishers.ofString("<urn:a> <urn:b> <urn:c> .")));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).contains("This graph store is read-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { ?x <urn:none> ?y FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } }"
            + " }",
        "SELECT * { { SELECT ?s { SERVICE ?any { ?s ?p ?o } } } }",
        "ASK { ?x ?y ?z BIND(EXISTS { { SERVICE <http://localhost:1/> {} } UNION {} } AS ?b) }",
        "SELECT (EXISTS { SERVICE <http://localhost:1/> {} } AS ?b) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:1/> {} })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://localhost:1/> {} })",
        "DESCRIBE ?s { MINUS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
        "SELECT (SUM(IF(EXISTS { SERVICE <http://localhost:1/> {} }, 1, 2)) AS ?n) { ?s ?p ?o }",
        "SELECT ?n { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <http://localhost:1/> {} } AS ?n)",
        "ASK { s\\u0065rvice <http://localhost:1/> {} }",
      })
  void serviceIsRefusedWhereverItStands(String query) throws Exception {
    HttpResponse<String> answer = query(query, "*/*");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SERVICE is switched off here");
  }

  @Test
  void theWordServiceMayStandWhereItIsNoKeyword() throws Exception {
    HttpResponse<String> answer =
        query(
            "PREFIX SERVICE: <urn:SERVICE> # SERVICE\n"
                + "ASK { ?SERVICE SERVICE:SERVICE ' SERVICE <urn:x> {} ' }",
            "text/csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:java.lang.System>() AS ?x) {}",
        "PREFIX j: <java:java.lang.> SELECT (j:System() AS ?x) {}",
        "SELECT ?x { ?x <\\u006aava:org.example.Property> ?y }",
        "SELECT ?x { ?x a/<java:org.example.Property> ?y }",
      })
  void javaNamesAreRefused(String query) throws Exception {
    HttpResponse<String> answer = query(query, "*/*");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("java: names are switched off");
  }

  @Test
  void whatIsNotSparql11IsRefusedWithItsPlace() throws Exception {
    HttpResponse<String> call = query("SELECT (CALL(<java:x>) AS ?x) {}", "*/*");
    assertThat(call.statusCode()).isEqualTo(400);
    assertThat(call.body()).contains("Not a SPARQL 1.1 query");
    HttpResponse<String> broken = query("SELECT ?s { ?s ?p }", "*/*");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("line 1, column 19");
  }

  @Test
  void fromFetchesNothing() throws Exception {
    String from = "SELECT ?s FROM <file:///etc/hostname> { ?s ?p ?o }";
    assertThat(query(from, "text/csv").body()).isEqualTo("s\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, text/turtle",
    "text/turtle, text/turtle",
    "application/rdf+xml, application/rdf+xml",
    "application/ld+json, application/ld+json",
    "application/n-triples, application/n-triples",
    "text/html, text/turtle",
  })
  void bareEndpointDescribesItself(String accept, String type) throws Exception {
    HttpResponse<String> answer = get("/casus/sparql", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    Model model = ModelFactory.createDefaultModel();
    Lang lang = RDFLanguages.contentTypeToLang(type);
    RDFParser.create().fromString(answer.body()).lang(lang).parse(model);

    String endpoint = address("/casus/sparql");
    assertThat(
            model.contains(
                model.createResource(endpoint),
                model.createProperty(SD, "supportedLanguage"),
                model.createResource(SD + "SPARQL11Query")))
        .isTrue();
    assertThat(model.listObjectsOfProperty(model.createProperty(SD, "name")).toList())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("https://example.org/one", "https://example.org/two");
    assertThat(
            model
                .listObjectsOfProperty(model.createProperty("http://rdfs.org/ns/void#triples"))
                .mapWith(node -> node.asLiteral().getLong())
                .toList())
        .containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void homePageIsServedWithSafeHeadersAndForOtherSites() throws Exception {
    HttpResponse<String> home = get("/", "text/html");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).contains("Casus", "/casus/sparql", "CC BY 4.0");
    assertThat(home.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(home.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'; style-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(home.headers().firstValue("Server")).isEmpty();
    HttpResponse<String> cross =
        send(request("/casus/sparql?query=" + encoded("ASK {}")).header("Origin", "https://a.org"));
    assertThat(cross.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(get("/$/ping", "*/*").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/casus/update",
        "/casus/upload",
        "/casus/nothing",
        "/$/datasets",
        "/$/server",
        "/$/stats",
        "/log4j2.properties",
        "/web/index.html",
        "/org/casus/server/CasusServer.class"
      })
  void unknownPathIsNotFound(String path) throws Exception {
    assertThat(get(path, "*/*").statusCode()).isEqualTo(404);
  }

  /** Raw sockets, because an HTTP client tidies such paths before it sends them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../log4j2.properties",
        "/..%2flog4j2.properties",
        "/%2e%2e/log4j2.properties",
        "/a/../../log4j2.properties",
        "/..;/log4j2.properties",
        "//log4j2.properties",
        "/.%00/../log4j2.properties",
        "/..\\log4j2.properties"
      })
  void pathTraversalIsBlocked(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").doesNotContain("appender");
  }

  @Test
  void hugeRequestIsRefused() throws Exception {
    // Refused by what the header says. A client that is still writing then may see no answer at
    // all.
    String answer =
        raw(
            "POST /casus/sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/sparql-query\r\nContent-Length: 1100000\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void takenPortIsNamedWithACure() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      ServerOptions options =
          new ServerOptions(taken.getLocalPort(), true, temp.resolve("db"), CONFIG);
      for (ThrowingCallable attempt :
          List.<ThrowingCallable>of(
              () -> CasusServer.start(options),
              () -> CasusServer.requireFreePort(taken.getLocalPort(), true))) {
        assertThatThrownBy(attempt)
            .isInstanceOf(ServerStartException.class)
            .hasMessageContaining("Port " + taken.getLocalPort() + " cannot be used")
            .hasMessageContaining("--port N");
      }
    }
    CasusServer.requireFreePort(0, false);
    assertThat(get("/casus/sparql?query=" + encoded("ASK {}"), "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void missingDatasetAndBrokenConfigurationAreNamed() throws Exception {
    assertThatThrownBy(
            () -> CasusServer.start(new ServerOptions(0, true, temp.resolve("none"), CONFIG)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("There is no dataset in " + temp.resolve("none"));
    Path config = Files.writeString(temp.resolve("broken.ttl"), ":server a");
    assertThatThrownBy(
            () -> CasusServer.start(new ServerOptions(0, true, temp.resolve("db"), config)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("broken.ttl is not valid Turtle");
  }

  @Test
  void timeoutIsAnErrorAlsoAfterTheFirstRow() throws Exception {
    List<Quad> many = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      many.add(
          Quad.create(
              NodeFactory.createURI("urn:g"),
              NodeFactory.createURI("urn:s" + n),
              NodeFactory.createURI(LABEL),
              NodeFactory.createLiteralString("label " + n)));
    }
    Path database = temp.resolve("slow");
    build(database, many);
    Path config =
        Files.writeString(
            temp.resolve("fast.ttl"), Files.readString(CONFIG).replace("\"30000\"", "\"500\""));
    try (CasusServer slow = CasusServer.start(new ServerOptions(0, true, database, config))) {
      // The first has nothing to show before the end; the second finds its first row at once.
      for (String query : List.of(HEAVY, HEAVY.replace("(COUNT(*) AS ?n)", "DISTINCT ?a ?d"))) {
        URI address =
            URI.create(
                "http://localhost:%d/casus/sparql?query=%s".formatted(slow.port(), encoded(query)));
        long begin = System.nanoTime();
        HttpResponse<String> answer =
            send(HttpRequest.newBuilder(address).header("Accept", "text/csv"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("was stopped after 500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
      }
    }
  }

  @Test
  void tooManyRowsAreAnErrorAndNotAPartOfThem() throws Exception {
    // Each pattern has three solutions: three to the power of twelve rows.
    String patterns =
        IntStream.range(0, 12)
            .mapToObj("?s%1$d ?p%1$d ?o%1$d"::formatted)
            .collect(Collectors.joining(" . "));
    HttpResponse<String> answer = query("SELECT ?s0 { " + patterns + " }", "text/csv");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 250000 rows or triples: add LIMIT and OFFSET");
  }

  @Test
  void stopLetsARequestFinishAndGivesTheDatasetFree() throws Exception {
    Path database = temp.resolve("stopped");
    build(database, quads(DATA));
    CasusServer stopped = CasusServer.start(new ServerOptions(0, true, database, CONFIG));
    String endless =
        HEAVY.replace(
            "?j ?k ?l",
            "?j ?k ?l . ?m ?o ?p . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y . ?a1 ?b1 ?c1 . ?d1 ?e1 ?f1 . ?g1"
                + " ?h1 ?i1 . ?j1 ?k1 ?l1 . ?m1 ?n1 ?o1 . ?p1 ?q1 ?r1");
    URI busy =
        URI.create(
            "http://localhost:%d/casus/sparql?timeout=2&query=%s"
                .formatted(stopped.port(), encoded(endless)));
    CompletableFuture<HttpResponse<String>> running =
        client.sendAsync(HttpRequest.newBuilder(busy).build(), BodyHandlers.ofString());
    awaitRunningQuery();
    stopped.close();
    assertThat(running.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    assertThatThrownBy(
            () -> client.send(HttpRequest.newBuilder(busy).build(), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    try (CasusServer again = CasusServer.start(new ServerOptions(0, true, database, CONFIG))) {
      assertThat(again.port()).isPositive();
    }
  }

  private static void awaitRunningQuery() throws InterruptedException {
    Predicate<StackTraceElement> inQuery =
        frame ->
            frame.getClassName().equals(ReadOnlyQuery.class.getName())
                && frame.getMethodName().equals("read");
    while (Thread.getAllStackTraces().values().stream()
        .noneMatch(stack -> Arrays.stream(stack).anyMatch(inQuery))) {
      Thread.sleep(20);
    }
  }

  private static List<Quad> quads(String trig) {
    DatasetGraph dataset = DatasetFactory.create().asDatasetGraph();
    RDFParser.create().fromString(trig).lang(Lang.TRIG).parse(dataset);
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  private static void build(Path database, List<Quad> quads) {
    try (NewBuild build = DatasetDirectory.at(database).begin()) {
      build.load(quads, new TextFields(List.of(new TextFields.Field("label", LABEL))));
      build.publish(new BuildInfo(build.id(), "sha256:00", "0.1.0", "2026-11-22T00:00:00Z"));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    return send(request(path).header("Accept", accept));
  }

  private static HttpResponse<String> query(String query, String accept) throws Exception {
    return get("/casus/sparql?query=" + encoded(query), accept);
  }

  private static HttpResponse<String> post(String path, String type, String body) throws Exception {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private static String raw(String text) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
