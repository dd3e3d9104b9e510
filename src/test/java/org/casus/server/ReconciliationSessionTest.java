package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of clients, replayed over the names of the project's own data. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReconciliationSessionTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "reconciliation");

  @TempDir static Path temp;
  private static RunningServer server;

  /** The curated graphs, the ontology, and the names at their things; no other conclusions. */
  @BeforeAll
  static void start() throws IOException {
    Project project = ProjectCopy.original();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    assertThat(problems.errors()).isZero();
    DatasetGraph named = GraphMapping.map(data, ontology).dataset();
    ontology
        .graph()
        .find()
        .forEach(triple -> named.add(Quad.create(Iris.graph("ontology"), triple)));
    UnionDataset union = UnionDataset.of(named);
    try (QueryExec names =
        QueryExec.dataset(union.queried())
            .query(Files.readString(project.ontology().resolve("rules/10-names.rq")))
            .build()) {
      names
          .construct()
          .find()
          .toList()
          .forEach(triple -> named.add(Quad.create(Iris.graph("inferred/names"), triple)));
    }
    List<Quad> quads = new ArrayList<>();
    named.find().forEachRemaining(quads::add);
    server = RunningServer.over(temp.resolve("db"), quads);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> openRefine() throws IOException {
    return session("openrefine-session.http");
  }

  @TestFactory
  Stream<DynamicTest> clientOfTheDraft() throws IOException {
    return session("draft-session.http");
  }

  private static Stream<DynamicTest> session(String file) throws IOException {
    String text = Files.readString(RESOURCES.resolve(file));
    return Stream.of(text.split("(?m)^### "))
        .filter(part -> !part.isBlank())
        .map(Exchange::read)
        .map(exchange -> DynamicTest.dynamicTest(exchange.title(), exchange::replay));
  }

  /** A request and what is expected of its answer; {@code README.md} beside it tells the form. */
  private record Exchange(
      String title,
      String method,
      String path,
      List<String> headers,
      String body,
      List<String> expectations) {

    static Exchange read(String part) {
      List<String> lines = part.lines().toList();
      String[] request = lines.get(1).split(" ");
      int empty = 2;
      List<String> headers = new ArrayList<>();
      for (; !lines.get(empty).isBlank(); empty++) {
        headers.add(lines.get(empty).substring(0, lines.get(empty).indexOf(':')));
        headers.add(lines.get(empty).substring(lines.get(empty).indexOf(':') + 1).strip());
      }
      List<String> rest = lines.subList(empty, lines.size());
      List<String> expectations =
          rest.stream()
              .filter(line -> line.startsWith("> "))
              .map(line -> line.substring(2))
              .toList();
      assertThat(expectations).as(lines.get(0)).isNotEmpty();
      return new Exchange(
          lines.get(0),
          request[0],
          request[1],
          headers,
          String.join("\n", rest.stream().filter(line -> !line.startsWith("> ")).toList()).strip(),
          expectations);
    }

    void replay() throws Exception {
      HttpRequest.Builder request =
          server
              .request(path)
              .headers(headers.toArray(String[]::new))
              .method(
                  method,
                  body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded()));
      HttpResponse<String> answer = server.send(request);
      if (expectations.stream().noneMatch(line -> line.startsWith("status "))) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
      for (String expectation : expectations) {
        check(answer, expectation);
      }
    }

    private String encoded() {
      int sign = body.indexOf('=');
      return headers.get(1).startsWith("application/x-www-form-urlencoded")
          ? body.substring(0, sign + 1)
              + URLEncoder.encode(body.substring(sign + 1), StandardCharsets.UTF_8)
          : body;
    }

    private void check(HttpResponse<String> answer, String expectation) {
      String word = expectation.substring(0, expectation.indexOf(' '));
      String rest = expectation.substring(expectation.indexOf(' ') + 1);
      switch (word) {
        case "status" -> assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(rest));
        case "schema" -> JsonSchemas.assertValid(answer.body(), rest);
        case "has" -> assertThat(answer.body()).contains(rest);
        case "lacks" -> assertThat(answer.body()).doesNotContain(rest);
        case "header" ->
            assertThat(answer.headers().allValues(rest.substring(0, rest.indexOf(':'))))
                .as(rest)
                .anyMatch(value -> value.contains(rest.substring(rest.indexOf(':') + 2)));
        default -> assertThat(first(answer.body(), word)).as(word).isEqualTo(rest);
      }
    }

    /** The first candidate for a query, as the expectations write it. */
    private static String first(String body, String query) {
      JsonObject answers = JsonParser.parseString(body).getAsJsonObject();
      JsonArray candidates =
          answers.has("results")
              ? answers
                  .getAsJsonArray("results")
                  .get(Integer.parseInt(query))
                  .getAsJsonObject()
                  .getAsJsonArray("candidates")
              : answers.getAsJsonObject(query).getAsJsonArray("result");
      if (candidates.isEmpty()) {
        return "none";
      }
      JsonObject best = candidates.get(0).getAsJsonObject();
      JsonElement match = best.get("match");
      return best.get("id").getAsString() + (match.getAsBoolean() ? " match" : " candidate");
    }
  }
}
