package org.casus.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.casus.remote.FarSideException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small service that speaks the Reconciliation Service API, version 0.2. */
class ReconciliationSearchTest {

  @TempDir private Path directory;
  private HttpServer service;
  private final List<String> forms = new ArrayList<>();
  private volatile boolean broken;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/api", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private Linker linker() {
    return Linker.reconciling(
        Fixture.data(),
        Fixture.ontology(),
        URI.create("http://localhost:" + service.getAddress().getPort() + "/api"),
        Fixture.COURTESY,
        new Fixture.Waits(),
        AnswerJournal.at(directory, Clock.systemUTC()));
  }

  @Test
  void candidates_are_found_by_batches_and_compared_by_what_is_known_of_them() {
    Map<String, Finding> found =
        linker()
            .search(
                Set.of("actor/serzh-sargsyan", "office/president-of-armenia", "actor/armenia"),
                Linker.THRESHOLD,
                WorkProgress.SILENT)
            .stream()
            .collect(Collectors.toMap(Finding::entity, finding -> finding));

    assertThat(found.get("actor/armenia").reasons())
        .containsExactly("label “Armenia”", "class agrees: sovereign state");
    assertThat(found.get("office/president-of-armenia").qid()).isEqualTo("Q4283840");
    assertThat(found.get("actor/serzh-sargsyan"))
        .satisfies(finding -> assertThat(finding.isCandidate()).isTrue())
        .satisfies(
            finding ->
                assertThat(finding.reasons())
                    .contains("held the same office: President of Armenia"))
        .extracting(Finding::qid)
        .isEqualTo("Q612803");
    assertThat(forms)
        .anyMatch(form -> form.startsWith("queries={"))
        .anyMatch(form -> form.startsWith("extend={"));
  }

  @Test
  void links_cannot_be_checked() {
    assertThat(linker().canVerify()).isFalse();
  }

  @Test
  void an_answer_without_the_results_is_told() {
    broken = true;

    assertThatThrownBy(
            () -> linker().search(Set.of("actor/armenia"), Linker.THRESHOLD, WorkProgress.SILENT))
        .isInstanceOf(FarSideException.class)
        .hasMessageContaining("its answer is broken")
        .hasMessageContaining("no object “q0”");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    forms.add(form);
    JsonObject asked = JSON.parse(form.substring(form.indexOf('=') + 1));
    JsonObject answer =
        broken ? new JsonObject() : form.startsWith("queries=") ? results(asked) : extended(asked);
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static JsonObject results(JsonObject queries) {
    JsonObject answer = new JsonObject();
    for (String key : queries.keys()) {
      JsonArray results = new JsonArray();
      switch (queries.getObj(key).getString("query")) {
        case "Armenia" -> results.add(result("Q399", "Armenia", "Q3624078", "sovereign state"));
        case "President of Armenia" ->
            results.add(result("Q4283840", "President of Armenia", "Q4164871", "position"));
        case "Serzh Sargsyan" -> {
          results.add(result("Q612803", "Serzh Sargsyan", "Q5", "human"));
          results.add(result("Q999000001", "Serzh Sargsyan", "Q5", "human"));
        }
        default -> {
          // No result for other names.
        }
      }
      JsonObject one = new JsonObject();
      one.put("result", results);
      answer.put(key, one);
    }
    return answer;
  }

  private static JsonObject result(String id, String name, String type, String typeName) {
    JsonObject result = new JsonObject();
    result.put("id", id);
    result.put("name", name);
    result.put("score", 100);
    result.put("match", true);
    JsonArray types = new JsonArray();
    types.add(named(type, typeName));
    result.put("type", types);
    return result;
  }

  private static JsonObject named(String id, String name) {
    JsonObject named = new JsonObject();
    named.put("id", id);
    named.put("name", name);
    return named;
  }

  private static JsonObject extended(JsonObject asked) {
    JsonObject rows = new JsonObject();
    asked
        .get("ids")
        .getAsArray()
        .forEach(
            id -> {
              JsonObject row = new JsonObject();
              for (var property : asked.get("properties").getAsArray()) {
                row.put(property.getAsObject().getString("id"), new JsonArray());
              }
              if (id.getAsString().value().equals("Q612803")) {
                row.get("P39").getAsArray().add(named("Q4283840", "President of Armenia"));
                row.get("P27").getAsArray().add(named("Q399", "Armenia"));
              }
              rows.put(id.getAsString().value(), row);
            });
    JsonObject answer = new JsonObject();
    answer.put("rows", rows);
    return answer;
  }
}
