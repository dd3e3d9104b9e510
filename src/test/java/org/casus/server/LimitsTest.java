package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit has its status and its sentence; operators have a part of their own. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { "
          + IntStream.range(0, 9)
              .mapToObj("?s%1$d ?p%1$d ?o%1$d"::formatted)
              .collect(Collectors.joining(" . "))
          + " }";
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("anna:s3cret".getBytes(StandardCharsets.UTF_8));

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Path config = Files.createDirectory(temp.resolve("config"));
    Files.writeString(
        config.resolve("public.ttl"),
        Files.readString(RunningServer.CONFIG)
            .replace(value("concurrentQueries", "8"), value("concurrentQueries", "1"))
            .replace(value("waitForTurn", "10000"), value("waitForTurn", "200"))
            .replace(value("rowLimit", "250000"), value("rowLimit", "50")));
    Files.copy(RunningServer.CONFIG.resolveSibling("operator.ttl"), config.resolve("operator.ttl"));
    Path passwords = Files.writeString(temp.resolve("passwords"), "anna: s3cret\n");
    String data =
        IntStream.range(0, 100)
            .mapToObj(
                n -> "<urn:ex:s%1$d> <urn:ex:p> %1$d ; <urn:ex:in> <urn:ex:all> .".formatted(n))
            .collect(Collectors.joining("\n", "<urn:ex:g> {", "}"));
    server =
        RunningServer.over(
            temp.resolve("db"), data, config.resolve("public.ttl"), Optional.of(passwords));
  }

  private static String value(String name, String number) {
    return "#" + name + "\" ; ja:cxtValue \"" + number + "\"";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"})
  void moreRowsOrTriplesThanAllowedAreRefused(String query) throws Exception {
    HttpResponse<String> answer = server.get(RunningServer.path(query));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 50 rows or triples", "LIMIT", "/casus/data");
  }

  @Test
  void longQueryIsRefused() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/casus/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "ASK {} #" + "x".repeat(100_000))));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("The query has 100008 characters, and at most 100000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1,2", "1e9", "Infinity"})
  void timeoutThatIsNoNumberIsRefused(String timeout) throws Exception {
    HttpResponse<String> answer = server.get(RunningServer.path("ASK {}") + "&timeout=" + timeout);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("timeout is a number of seconds");
  }

  @Test
  void clientCanShortenTheTime() throws Exception {
    HttpResponse<String> answer = server.get(RunningServer.path(ENDLESS) + "&timeout=0.3");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("was stopped", "no answer, not even an empty one");
  }

  /** One place only: the query of a client that has gone must not keep it for 30 seconds. */
  @Test
  void placesAreCountedAndFreeWhenTheClientGoes() throws Exception {
    try (Socket client = server.connect()) {
      begin(client);
      HttpResponse<String> second = awaitRefusal();
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("All 1 places for queries were taken for 200 ms");
      assertThat(second.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(server.get("/explain?iri=http%3A%2F%2Fx.org%2F").statusCode()).isEqualTo(503);
      assertThat(server.get("/links?by=urn:ex:p&to=urn:ex:o").statusCode()).isEqualTo(503);
    }
    HttpResponse<String> answer = server.query("SELECT ?s { ?s <urn:ex:p> 1 }");
    while (answer.statusCode() == 503) {
      answer = server.query("SELECT ?s { ?s <urn:ex:p> 1 }");
    }
    assertThat(answer.body()).isEqualTo("s\r\nurn:ex:s1\r\n");
    assertThat(metrics()).contains("casus_queries_abandoned_total{service=\"/casus\"} 1.0");
  }

  @Test
  void moreLinksThanAnAnswerMayHaveRowsAreRefused() throws Exception {
    HttpResponse<String> answer = server.get("/links?by=urn:ex:in&to=urn:ex:all");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 50 rows or triples");
  }

  private static void begin(Socket client) throws Exception {
    OutputStream out = client.getOutputStream();
    out.write(
        ("GET " + RunningServer.path(ENDLESS) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The first query takes its place some moments after it was sent. */
  private static HttpResponse<String> awaitRefusal() throws Exception {
    for (int n = 0; ; n++) {
      HttpResponse<String> answer = server.query("SELECT ?s { ?s <urn:ex:p> 2 } #" + n);
      if (answer.statusCode() != 200) {
        return answer;
      }
    }
  }

  @Test
  void clientThatDoesNotWaitForItsAnswersGetsThem() throws Exception {
    try (Socket client = server.connect()) {
      String ask = "GET " + RunningServer.path("ASK {}") + " HTTP/1.1\r\nHost: localhost\r\n";
      client
          .getOutputStream()
          .write(
              (ask + "\r\n" + ask + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers).contains("<boolean>true</boolean>");
      assertThat(answers).doesNotContain(" 503 ", " 500 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/operator/metrics", "/operator/sparql?query=ASK%7B%7D", "/operator/data"})
  void operatorsLogIn(String path) throws Exception {
    HttpResponse<String> stranger = server.get(path);
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(
            server
                .send(server.request(path).header("Authorization", "Basic YW5uYTp3cm9uZw=="))
                .statusCode())
        .isEqualTo(401);
    assertThat(server.send(server.request(path).header("Authorization", LOGIN)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void operatorHasOtherLimits() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request(
                    RunningServer.path("SELECT * { ?s ?p ?o }").replace("/casus/", "/operator/"))
                .headers("Authorization", LOGIN, "Accept", "text/csv"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(201);
  }

  @Test
  void metricsTellPartsAndNotQueries() throws Exception {
    server.get("/nothing/here?name=secret");
    assertThat(metrics())
        .contains("casus_requests_seconds_count{part=\"other\",status=\"404\"}", "casus_build 1.0")
        .contains("casus_cache_hits_total", "jvm_memory_used_bytes")
        .doesNotContain("secret");
  }

  private static String metrics() throws Exception {
    return server.send(server.request("/operator/metrics").header("Authorization", LOGIN)).body();
  }

  @Test
  void withoutPasswordFileThereAreNoOperators() throws Exception {
    try (RunningServer open =
        RunningServer.over(temp.resolve("open"), "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }")) {
      for (String path :
          new String[] {
            "/operator/metrics", "/operator/sparql?query=ASK%7B%7D", "/$/metrics", "/$/stats"
          }) {
        assertThat(open.get(path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }
}
