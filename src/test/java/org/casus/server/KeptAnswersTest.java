package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, conditional requests and the cache of answers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeptAnswersTest {
  private static final String QUERY = RunningServer.path("SELECT ?v { ?s <urn:ex:p> ?v }");

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.over(temp, "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = server.request(path);
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void secondAnswerIsTheSameAndKept() throws Exception {
    String path = QUERY + "%20";
    HttpResponse<String> first = get(path, "Accept", "text/csv");
    HttpResponse<String> second = get(path, "Accept", "text/csv");
    assertThat(header(first, "Cache-Status")).isEqualTo("casus; fwd=miss");
    assertThat(header(second, "Cache-Status")).isEqualTo("casus; hit");
    assertThat(second.body()).isEqualTo(first.body()).isEqualTo("v\r\n1\r\n");
    for (String name : new String[] {"Content-Type", "ETag", "Vary", "X-Content-Type-Options"}) {
      assertThat(second.headers().allValues(name))
          .isNotEmpty()
          .isEqualTo(first.headers().allValues(name));
    }
    assertThat(header(second, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void keptAnswerMayBeReadByWhoeverAsks() throws Exception {
    String path = QUERY + "%20%20";
    for (String site : new String[] {"https://a.example", "https://b.example"}) {
      assertThat(get(path, "Origin", site).headers().allValues("Access-Control-Allow-Origin"))
          .containsExactly(site);
    }
    assertThat(header(get(path, "Origin", "https://c.example"), "Cache-Status"))
        .isEqualTo("casus; hit");
  }

  @Test
  void clientMayHaveAnAnswerMadeAnewOrNotKept() throws Exception {
    String path = QUERY + "%20%20%20";
    String[] status = new String[5];
    status[0] = header(get(path, "Cache-Control", "max-age=0, no-store"), "Cache-Status");
    status[1] = header(get(path), "Cache-Status");
    status[2] = header(get(path), "Cache-Status");
    status[3] = header(get(path, "Cache-Control", "No-Cache"), "Cache-Status");
    status[4] = header(get(path), "Cache-Status");
    assertThat(status)
        .containsExactly(
            "casus; fwd=request",
            "casus; fwd=miss",
            "casus; hit",
            "casus; fwd=request",
            "casus; hit");
  }

  @Test
  void otherSyntaxIsAnotherAnswer() throws Exception {
    HttpResponse<String> csv = get(QUERY, "Accept", "text/csv");
    HttpResponse<String> json = get(QUERY, "Accept", "application/sparql-results+json");
    assertThat(json.body()).startsWith("{").isNotEqualTo(csv.body());
    assertThat(header(json, "ETag")).isNotEqualTo(header(csv, "ETag"));
  }

  @Test
  void clientThatHoldsTheAnswerGetsNoBody() throws Exception {
    String tag = header(get(QUERY, "Accept", "text/csv"), "ETag");
    for (String held : new String[] {tag, tag.substring(2), "\"other\", " + tag}) {
      HttpResponse<String> answer = get(QUERY, "Accept", "text/csv", "If-None-Match", held);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
    }
    assertThat(get(QUERY, "Accept", "text/csv", "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (RAND() AS ?n) {}",
        "SELECT (NOW() AS ?n) {}",
        "SELECT (STRUUID() AS ?n) {}",
        "SELECT (R\\u0041ND() AS ?n) {}",
        "SELECT (uuid () AS ?n) {}"
      })
  void whatChangesIsNotKept(String query) throws Exception {
    HttpResponse<String> first = get(RunningServer.path(query), "Accept", "text/csv");
    HttpResponse<String> second = get(RunningServer.path(query), "Accept", "text/csv");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(header(second, "Cache-Status")).isEqualTo("casus; fwd=miss");
    assertThat(header(second, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(second, "ETag")).isEmpty();
  }

  @Test
  void errorsAreNotKept() throws Exception {
    String path = RunningServer.path("SELEKT");
    assertThat(get(path).statusCode()).isEqualTo(400);
    HttpResponse<String> again = get(path);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(header(again, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(again, "ETag")).isEmpty();
  }

  @Test
  void headSaysWhatGetSays() throws Exception {
    HttpResponse<String> get = get("/style.css");
    HttpResponse<String> head =
        server.send(server.request("/style.css").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"Content-Type", "Content-Length", "ETag"}) {
      assertThat(header(head, name)).isNotEmpty().isEqualTo(header(get, name));
    }
  }

  @Test
  void largeAnswerIsSentWholeAndNotKept() throws Exception {
    String large = "SELECT (%s AS ?x) { %s }".formatted(repeated(), rows());
    HttpResponse<String> answer = get(RunningServer.path(large), "Accept", "text/csv");
    assertThat(answer.statusCode()).as(answer.body().substring(0, 50)).isEqualTo(200);
    assertThat(answer.body().length()).isGreaterThan(ResponseCache.LARGEST);
    assertThat(header(answer, "ETag")).isNotEmpty();
    assertThat(header(get(RunningServer.path(large), "Accept", "text/csv"), "Cache-Status"))
        .isEqualTo("casus; fwd=miss");
  }

  /** More than ten thousand characters. */
  private static String repeated() {
    String text = "'twenty letters long '";
    for (int i = 0; i < 3; i++) {
      text = "REPLACE(" + text + ", '(.)', '$1$1$1$1$1$1$1$1')";
    }
    return text;
  }

  /** Five hundred and twelve. */
  private static String rows() {
    return "VALUES ?a { 1 2 3 4 5 6 7 8 } VALUES ?b { 1 2 3 4 5 6 7 8 } VALUES ?c { 1 2 3 4 5 6 7 8 }";
  }
}
