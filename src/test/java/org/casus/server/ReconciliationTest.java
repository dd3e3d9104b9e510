package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reconciliation service as clients of both versions of its protocol meet it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReconciliationTest {
  private static final String V1 = "application/reconciliation.v1+json";
  private static final String DRAFT = "1.0-draft";
  private static final Path DATA =
      Path.of("src", "test", "resources", "reconciliation", "authority.trig");

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RunningServer.over(temp.resolve("db"), Files.readString(DATA));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = server.request("/reconcile" + path);
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> form(String name, String value) throws Exception {
    return server.send(
        server
            .request("/reconcile")
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(name + "=" + encoded(value))));
  }

  private static HttpResponse<String> post(String path, String json) throws Exception {
    return server.send(
        server
            .request("/reconcile" + path)
            .headers("Content-Type", "application/json", "Accept", V1)
            .POST(BodyPublishers.ofString(json)));
  }

  private static String address() {
    return "http://localhost:" + server.port();
  }

  /** The candidates of one query of version 0.2. */
  private static List<JsonObject> candidates(String query) throws Exception {
    HttpResponse<String> answer = form("queries", "{\"q0\":" + query + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonSchemas.assertValid(answer.body(), "0.2/reconciliation-result-batch");
    return objects(
        JsonParser.parseString(answer.body())
            .getAsJsonObject()
            .getAsJsonObject("q0")
            .getAsJsonArray("result"));
  }

  /** The same of one query of the draft. */
  private static List<JsonObject> draftCandidates(String query) throws Exception {
    HttpResponse<String> answer = post("/match", "{\"queries\":[" + query + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonSchemas.assertValid(answer.body(), DRAFT + "/reconciliation-result-batch");
    return objects(
        JsonParser.parseString(answer.body())
            .getAsJsonObject()
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("candidates"));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(element -> element.getAsJsonObject()).toList();
  }

  /** Candidates in short: id, score, and an exclamation mark for a match. */
  private static List<String> told(List<JsonObject> candidates) {
    return candidates.stream()
        .map(
            each ->
                each.get("id").getAsString()
                    + " "
                    + Math.round(each.get("score").getAsDouble())
                    + (each.get("match").getAsBoolean() ? "!" : ""))
        .toList();
  }

  @Test
  void manifestOfVersion02() throws Exception {
    HttpResponse<String> answer = get("");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().allValues("Vary")).contains("Accept");
    JsonSchemas.assertValid(answer.body(), "0.2/manifest");
    assertThat(answer.body())
        .contains(
            "\"identifierSpace\":\"https://w3id.org/casus/id/\"",
            "\"schemaSpace\":\"https://w3id.org/casus/ontology#\"",
            "\"view\":{\"url\":\"" + address() + "/reconcile/view?id={{id}}\"}",
            "\"service_url\":\"" + address() + "\"",
            "\"service_path\":\"/reconcile/suggest/entity\"",
            "{\"id\":\"State\",\"name\":\"state\"}")
        .doesNotContain("Theory", "authentication");
  }

  @Test
  void manifestOfTheDraftByAccept() throws Exception {
    HttpResponse<String> answer = get("", "Accept", V1 + ", application/json;q=0.5");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(V1);
    assertThat(answer.headers().allValues("Vary")).contains("Accept");
    JsonSchemas.assertValid(answer.body(), DRAFT + "/manifest");
    assertThat(answer.body())
        .contains(
            "/reconcile/view?id={id}\"",
            "\"suggest\":{\"entity\":true,\"type\":true,\"property\":true}",
            "\"standardizedScore\":true")
        .doesNotContain("identifierSpace", "service_url");
  }

  /** That the schemas are in force: each manifest fails in the other version. */
  @Test
  void manifestsAreNotValidInTheOtherVersion() throws Exception {
    JsonSchemas.assertInvalid(get("", "Accept", V1).body(), "0.2/manifest");
    JsonSchemas.assertInvalid(get("").body(), DRAFT + "/manifest");
  }

  @Test
  void versionThatIsNotSpokenIsRefused() throws Exception {
    HttpResponse<String> answer = get("", "Accept", "application/reconciliation.v7+json");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("application/json", V1);
  }

  @Test
  void jsonpIsRefusedInWords() throws Exception {
    HttpResponse<String> answer = get("?callback=alert");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("JSONP is not offered").doesNotContain("alert(");
  }

  static Stream<Path> examples(String version, String kind) throws IOException {
    Path directory = JsonSchemas.SPECIFICATION.resolve(version).resolve("examples").resolve(kind);
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Path> queries02() throws IOException {
    return examples("0.2", "reconciliation-query-batch/valid");
  }

  @ParameterizedTest
  @MethodSource("queries02")
  void exampleQueriesOf02AreAnswered(Path example) throws Exception {
    String batch = Files.readString(example);
    JsonSchemas.assertValid(batch, "0.2/reconciliation-query-batch");
    for (HttpResponse<String> answer :
        List.of(form("queries", batch), get("?queries=" + encoded(batch)))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonSchemas.assertValid(answer.body(), "0.2/reconciliation-result-batch");
      assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().keySet())
          .isEqualTo(JsonParser.parseString(batch).getAsJsonObject().keySet());
    }
  }

  static Stream<Path> queriesOfDraft() throws IOException {
    return examples(DRAFT, "reconciliation-query-batch/valid");
  }

  @ParameterizedTest
  @MethodSource("queriesOfDraft")
  void exampleQueriesOfTheDraftAreAnswered(Path example) throws Exception {
    String batch = Files.readString(example);
    JsonSchemas.assertValid(batch, DRAFT + "/reconciliation-query-batch");
    HttpResponse<String> answer = post("/match", batch);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(V1);
    JsonSchemas.assertValid(answer.body(), DRAFT + "/reconciliation-result-batch");
    assertThat(
            JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .getAsJsonArray("results")
                .size())
        .isEqualTo(
            JsonParser.parseString(batch).getAsJsonObject().getAsJsonArray("queries").size());
  }

  static Stream<Path> brokenQueries02() throws IOException {
    return examples("0.2", "reconciliation-query-batch/invalid");
  }

  @ParameterizedTest
  @MethodSource("brokenQueries02")
  void invalidExamplesOf02AreRefusedWithTheirPlace(Path example) throws Exception {
    String batch = Files.readString(example);
    JsonSchemas.assertInvalid(batch, "0.2/reconciliation-query-batch");
    HttpResponse<String> answer = form("queries", batch);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("queries.q");
  }

  static Stream<Path> brokenQueriesOfDraft() throws IOException {
    return examples(DRAFT, "reconciliation-query-batch/invalid");
  }

  @ParameterizedTest
  @MethodSource("brokenQueriesOfDraft")
  void invalidExamplesOfTheDraftAreRefusedWithTheirPlace(Path example) throws Exception {
    String batch = Files.readString(example);
    JsonSchemas.assertInvalid(batch, DRAFT + "/reconciliation-query-batch");
    HttpResponse<String> answer = post("/match", batch);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.2", DRAFT})
  void exampleExtensionsAreAnswered(String version) throws Exception {
    for (Path example : examples(version, "data-extension-query/valid").toList()) {
      String query = Files.readString(example);
      JsonSchemas.assertValid(query, version + "/data-extension-query");
      HttpResponse<String> answer =
          version.equals(DRAFT) ? post("/extend", query) : form("extend", query);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonSchemas.assertValid(answer.body(), version + "/data-extension-response");
      assertThat(answer.body()).contains("1064905412", "\"id\":\"variantName\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Armenia                  | actor/armenia 100!
          republic of ARMENIA      | actor/armenia 100!
          Армения                  | actor/armenia 95!
          Հայաստան                 | actor/armenia 100!
          Q399                     | actor/armenia 100!
          http://www.wikidata.org/entity/Q399     | actor/armenia 100!
          https://w3id.org/casus/id/actor/armenia | actor/armenia 100!
          ARM                      | actor/armenia 100
          RA                       | actor/armenia 100
          Şuşa                     | place/shusha 100!
          Shushi                   | place/shusha 100!
          Շուշի                    | place/shusha 100!
          Putin, Vladimir          | actor/vladimir-putin 95!
          Putin                    | actor/vladimir-putin 90
          Ivan Petrov              | actor/ivan-petrov-elder 100
          44-day war               | event/war-2020 100!
          Second Nagorno-Karabakh War | event/war-2020 100!
          Author 2021              | source/war 90!
          defence                  | provision-kind/defence 100!
          """)
  void firstCandidateByName(String name, String candidate) throws Exception {
    assertThat(told(candidates("{\"query\":\"" + name + "\"}"))).first().isEqualTo(candidate);
  }

  @Test
  void nothingIsFoundForWhatIsNotThere() throws Exception {
    assertThat(candidates("{\"query\":\"Paraguay\"}")).isEmpty();
    assertThat(candidates("{\"query\":\"Q42\"}")).isEmpty();
    assertThat(candidates("{\"query\":\" \"}")).isEmpty();
    assertThat(candidates("{\"query\":\"…\"}")).isEmpty();
  }

  @Test
  void candidateTellsTypesSpecificFirstAndFeatures() throws Exception {
    JsonObject shusha = candidates("{\"query\":\"Shusha\"}").get(0);
    assertThat(objects(shusha.getAsJsonArray("type")))
        .extracting(type -> type.get("id").getAsString())
        .containsExactly("Settlement", "Territory", "Place");
    assertThat(shusha.get("name").getAsString()).isEqualTo("Shusha/Shushi");
    assertThat(shusha.get("description").getAsString()).startsWith("settlement");
    assertThat(shusha.getAsJsonArray("features").toString())
        .isEqualTo("[{\"id\":\"name\",\"value\":1.0},{\"id\":\"type\",\"value\":1.0}]");
    JsonObject same =
        draftCandidates("{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Shusha\"}]}")
            .get(0);
    assertThat(same.getAsJsonArray("features").toString())
        .contains("\"name\":\"Likeness of the name\"");
  }

  @Test
  void typeRestrictsOrPrefers() throws Exception {
    String query = "{\"query\":\"Georgia\",\"type\":\"%s\"%s}";
    assertThat(told(candidates(query.formatted("State", ""))))
        .containsExactly("actor/georgia 100!");
    assertThat(told(candidates(query.formatted("casus:State", ""))))
        .containsExactly("actor/georgia 100!");
    assertThat(told(candidates("{\"query\":\"RA\",\"type\":\"State\"}")))
        .containsExactly("actor/armenia 100!");
    // As OpenRefine asks.
    assertThat(told(candidates(query.formatted("State", ",\"type_strict\":\"should\""))))
        .startsWith("actor/georgia 100!", "actor/anna-georgia 63");
    assertThat(told(candidates(query.formatted("Person", ",\"type_strict\":\"should\""))))
        .startsWith("actor/anna-georgia 90", "actor/georgia 70");
    assertThat(candidates(query.formatted("Mountain", ""))).isEmpty();
    assertThat(told(candidates("{\"query\":\"Georgia\",\"type\":[\"Place\",\"State\"]}")))
        .containsExactly("actor/georgia 100!");
  }

  @Test
  void propertyTellsNamesakesApart() throws Exception {
    String query =
        "{\"query\":\"Ivan Petrov\",\"type\":\"Person\",\"properties\":[{\"pid\":\"country\",\"v\":%s}]}";
    String younger = "actor/ivan-petrov-younger 100!";
    for (String country :
        List.of(
            "\"Armenia\"",
            "\"Republic of Armenia\"",
            "\"Q399\"",
            "\"actor/armenia\"",
            "{\"id\":\"actor/armenia\",\"name\":\"Armenia\"}",
            "[\"Paraguay\",\"Armenia\"]")) {
      assertThat(told(candidates(query.formatted(country))))
          .as(country)
          .containsExactly(younger, "actor/ivan-petrov-elder 80");
    }
    // No value is recorded of this property: neither for nor against.
    assertThat(told(candidates(query.formatted("\"Armenia\"").replace("country", "memberOf"))))
        .containsExactly("actor/ivan-petrov-elder 90", "actor/ivan-petrov-younger 90");
  }

  @Test
  void contradictedNameIsNoMatch() throws Exception {
    assertThat(
            told(
                candidates(
                    "{\"query\":\"Vladimir Putin\",\"properties\":[{\"pid\":\"country\",\"v\":\"Armenia\"}]}")))
        .containsExactly("actor/vladimir-putin 80");
  }

  @ParameterizedTest
  @CsvSource({
    "signed, 1997, agreement/treaty-1997",
    "signed, 1997-08-29, agreement/treaty-1997",
    "signed, 1997-08-29T00:00:00Z, agreement/treaty-1997",
    "signed, 1991-12-29, agreement/treaty-1991",
    "start, 1997-08-15, agreement/treaty-1997",
    "start, 2020, event/war-2020",
    "end, .., agreement/treaty-1997",
    "party, Georgia, agreement/treaty-1991",
    "wikidata, Q399, actor/armenia",
    "cowCode, 371, actor/armenia",
    "isPartOf, Caucasus, place/shusha",
  })
  void propertiesAloneFind(String property, String value, String id) throws Exception {
    assertThat(
            candidates("{\"properties\":[{\"pid\":\"" + property + "\",\"v\":\"" + value + "\"}]}"))
        .extracting(candidate -> candidate.get("id").getAsString())
        .containsExactly(id);
  }

  @Test
  void identifierAmongThePropertiesIsCertain() throws Exception {
    assertThat(
            told(
                candidates(
                    "{\"query\":\"Armenia\",\"properties\":[{\"pid\":\"wikidata\",\"v\":\"Q399\"}]}")))
        .first()
        .isEqualTo("actor/armenia 100!");
    assertThat(told(candidates("{\"properties\":[{\"pid\":\"cowCode\",\"v\":371}]}")))
        .containsExactly("actor/armenia 100!");
    // A name that says something else leaves it to people.
    assertThat(
            told(
                candidates(
                    "{\"query\":\"Georgia\",\"properties\":[{\"pid\":\"wikidata\",\"v\":\"Q399\"}]}")))
        .contains("actor/armenia 20")
        .noneMatch(candidate -> candidate.endsWith("!"));
  }

  @Test
  void yearInTheTextLeadsToTheTreaty() throws Exception {
    assertThat(told(candidates("{\"query\":\"Treaty of Friendship 1997\"}")).get(0))
        .startsWith("agreement/treaty-1997 ");
  }

  @Test
  void conditionsOfTheDraft() throws Exception {
    String treaty = "{\"matchType\":\"name\",\"propertyValue\":\"Treaty of Friendship\"}";
    String party =
        "{\"matchType\":\"property\",\"propertyId\":\"party\",\"propertyValue\":%s,\"required\":%s,\"matchQuantifier\":\"%s\"}";
    String query = "{\"type\":\"Agreement\",\"conditions\":[" + treaty + "," + party + "]}";
    assertThat(ids(query.formatted("[\"Armenia\",\"Georgia\"]", "true", "any")))
        .containsExactlyInAnyOrder("agreement/treaty-1991", "agreement/treaty-1997");
    assertThat(ids(query.formatted("[\"Armenia\",\"Russia\"]", "true", "all")))
        .containsExactly("agreement/treaty-1997");
    assertThat(ids(query.formatted("[\"Armenia\",\"Georgia\"]", "true", "all"))).isEmpty();
    assertThat(ids(query.formatted("[\"Armenia\"]", "true", "none")))
        .containsExactly("agreement/treaty-1991");
    assertThat(ids(query.formatted("\"Georgia\"", "false", "any")))
        .containsExactly("agreement/treaty-1991", "agreement/treaty-1997");
    assertThat(
            told(
                draftCandidates(
                    "{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":\"Q399\"}]}")))
        .containsExactly("actor/armenia 100!");
    assertThat(
            told(
                draftCandidates(
                    "{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":\"Q399\"},{\"matchType\":\"name\",\"propertyValue\":\"Georgia\"}]}")))
        .contains("actor/armenia 50")
        .noneMatch(candidate -> candidate.endsWith("!"));
    assertThat(
            ids(
                "{\"type\":\"Person\",\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":[\"Ivan Petrov\",\"Anna Georgia\"]}]}"))
        .containsExactlyInAnyOrder(
            "actor/anna-georgia", "actor/ivan-petrov-elder", "actor/ivan-petrov-younger");
  }

  private static List<String> ids(String query) throws Exception {
    return draftCandidates(query).stream()
        .map(candidate -> candidate.get("id").getAsString())
        .toList();
  }

  @Test
  void limitIsKept() throws Exception {
    assertThat(candidates("{\"query\":\"Ivan Petrov\",\"limit\":1}")).hasSize(1);
    assertThat(told(candidates("{\"query\":\"Ivan Petrov\",\"limit\":1}")))
        .noneMatch(candidate -> candidate.endsWith("!"));
  }

  @Test
  void valuesOfProperties() throws Exception {
    String query =
        """
        {"ids": ["actor/armenia", "agreement/treaty-1997", "Q158903", "actor/nobody"],
         "properties": [{"id": "wikidata"}, {"id": "party", "settings": {"limit": "1"}}, {"id": "signed"},
                        {"id": "start"}, {"id": "end"}, {"id": "cowCode"}, {"id": "skos:altLabel"}, {"id": "nothing"}]}
        """;
    HttpResponse<String> answer = form("extend", query);
    JsonSchemas.assertValid(answer.body(), "0.2/data-extension-response");
    assertThat(answer.body())
        .contains(
            "{\"id\":\"wikidata\",\"name\":\"Wikidata item\"}",
            "{\"id\":\"party\",\"name\":\"party\",\"type\":{\"id\":\"Actor\",\"name\":\"actor\"}}",
            "\"actor/armenia\":{\"wikidata\":[{\"str\":\"Q399\"}]",
            "\"party\":[{\"id\":\"actor/armenia\",\"name\":\"Armenia\"}]",
            "\"signed\":[{\"date\":\"1997-08-29T00:00:00Z\"}]",
            "\"start\":[{\"str\":\"1997-08\"}]",
            "\"end\":[{\"str\":\"..\"}]",
            "\"cowCode\":[{\"int\":371}]",
            "\"Q158903\":{\"wikidata\":[{\"str\":\"Q158903\"}]",
            "\"actor/nobody\":{\"wikidata\":[],",
            "\"nothing\":[]");
    HttpResponse<String> draft = post("/extend", query);
    JsonSchemas.assertValid(draft.body(), DRAFT + "/data-extension-response");
    assertThat(draft.body())
        .contains(
            "{\"id\":\"wikidata\",\"values\":[{\"str\":\"Q399\"}]}",
            "{\"str\":\"Շուշի\",\"lang\":\"hy\"}");
    assertThat(get("?extend=" + encoded(query)).body()).isEqualTo(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "entity, shu, place/shusha",
    "entity, Шу, place/shusha",
    "entity, Q399, actor/armenia",
    "entity, actor/armenia, actor/armenia",
    "entity, Armenia, actor/armenia",
    "type, sett, Settlement",
    "type, State, State",
    "property, wiki, wikidata",
    "property, country, country",
    "property, casus:isPartOf, isPartOf",
  })
  void suggestionsForABeginning(String kind, String prefix, String id) throws Exception {
    HttpResponse<String> answer = get("/suggest/" + kind + "?prefix=" + encoded(prefix));
    for (String version : List.of("0.2", DRAFT)) {
      JsonSchemas.assertValid(
          answer.body(),
          version
              + "/suggest-"
              + kind.replace("entity", "entities")
                  .replaceFirst("y$", "ies")
                  .replaceFirst("e$", "es")
              + "-response");
    }
    assertThat(suggested(answer)).first().isEqualTo(id);
  }

  private static List<String> suggested(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return objects(JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonArray("result"))
        .stream()
        .map(each -> each.get("id").getAsString())
        .toList();
  }

  @Test
  void suggestionsInParts() throws Exception {
    List<String> all = suggested(get("/suggest/entity?prefix=&limit=100"));
    assertThat(all).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(suggested(get("/suggest/entity?prefix="))).isEqualTo(all.subList(0, 10));
    assertThat(suggested(get("/suggest/entity?prefix=&cursor=10")))
        .isEqualTo(all.subList(10, Math.min(20, all.size())));
    assertThat(suggested(get("/suggest/entity?prefix=&offset=3&limit=2")))
        .isEqualTo(all.subList(3, 5));
    assertThat(suggested(get("/suggest/entity?prefix=&offset=999999999"))).isEmpty();
    assertThat(suggested(get("/suggest/type?prefix="))).doesNotContain("Theory", "Tenure");
  }

  @Test
  void proposalsSuitTheType() throws Exception {
    HttpResponse<String> answer = get("/extend/propose?type=Settlement&limit=100");
    for (String version : List.of("0.2", DRAFT)) {
      JsonSchemas.assertValid(answer.body(), version + "/data-extension-property-proposal");
    }
    assertThat(answer.body())
        .contains("\"isPartOf\"", "\"wikidata\"", "\"country\"")
        .doesNotContain("\"officeHeld\"", "\"party\"");
    assertThat(get("/extend/propose?type=&limit=3").body())
        .contains("\"rdfs:label\"", "\"limit\":3")
        .doesNotContain("\"wikidata\"");
  }

  /** Only previews may be shown inside pages of others; they are HTML of ours, without scripts. */
  @Test
  void onlyPreviewsAreForFrames() throws Exception {
    HttpResponse<String> preview = get("/preview?id=" + encoded("place/shusha"));
    assertThat(preview.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(preview.body())
        .contains(
            "Շուշի",
            "<dt>part of</dt><dd>Caucasus</dd>",
            "http://www.wikidata.org/entity/Q158903",
            address() + "/id/place/shusha")
        .doesNotContain("<script");
    String policy = preview.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("frame-ancestors *", "default-src 'none'");
    assertThat(get("/preview?id=Q158903").body()).isEqualTo(preview.body());
    for (String path :
        List.of(
            "",
            "/documentation",
            "/flyout/entity?id=Q399",
            "/suggest/type?prefix=",
            "/view?id=Q399",
            "/previews",
            "/preview/x")) {
      assertThat(get(path).headers().allValues("Content-Security-Policy"))
          .as(path)
          .singleElement()
          .asString()
          .contains("frame-ancestors 'none'");
    }
    assertThat(get("/preview?id=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void dataAreEscapedOnPagesAndInFlyouts() throws Exception {
    String id = encoded("actor/ivan-petrov-younger");
    assertThat(get("/preview?id=" + id).body())
        .contains("&lt;b&gt;The younger&lt;/b&gt; &amp; &quot;bold&quot;")
        .doesNotContain("<b>");
    HttpResponse<String> flyout = get("/flyout/entity?id=" + id);
    JsonObject object = JsonParser.parseString(flyout.body()).getAsJsonObject();
    assertThat(object.get("id").getAsString()).isEqualTo("actor/ivan-petrov-younger");
    assertThat(object.get("html").getAsString()).contains("&lt;b&gt;").doesNotContain("<b>");
    assertThat(get("/flyout/type?id=State").body()).contains("<h3>state</h3>");
    assertThat(get("/flyout/property?id=country").body()).contains("<h3>country</h3>");
  }

  /** OpenRefine encodes the slash of an identifier in some places, and in others not. */
  @ParameterizedTest
  @ValueSource(strings = {"actor/armenia", "actor%2Farmenia", "Q399"})
  void viewLeadsToThePage(String id) throws Exception {
    HttpResponse<String> answer = get("/view?id=" + id);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(address() + "/id/actor/armenia");
  }

  @Test
  void documentationTellsTypesAndProperties() throws Exception {
    assertThat(get("/documentation").body())
        .contains(
            address() + "/reconcile", "<code>Settlement</code>", "<code>isPartOf</code>", "100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"q0": {"query": tru}} | queries is not JSON: it breaks at line 1 column
          {"q0": {"query": 1}}   | queries.q0.query: found 1, and not a string
          {"q0": "x"}            | queries.q0: found "x", and not an object
          {"q0": {"query": "a", "limit": 0}} | queries.q0.limit: found 0, and not a whole number
          {"q0": {"query": "a", "type_strict": "must"}} | queries.q0.type_strict: found "must", and not one of any, all, should
          {"q0": {"query": "a", "properties": [{"v": 1}]}} | queries.q0.properties[0] has no "pid"
          []                     | queries: found [], and not an object
          """)
  void faultsAreToldWithTheirPlace(String batch, String sentence) throws Exception {
    HttpResponse<String> answer = form("queries", batch);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith(sentence);
    assertThat(get("?queries=" + encoded(batch)).statusCode()).isEqualTo(400);
  }

  @Test
  void tooMuchAtOnceIsRefused() throws Exception {
    String hundredAndOne =
        IntStream.rangeClosed(0, 100)
            .mapToObj("\"q%d\":{\"query\":\"Armenia\"}"::formatted)
            .collect(Collectors.joining(",", "{", "}"));
    HttpResponse<String> queries = form("queries", hundredAndOne);
    assertThat(queries.statusCode()).isEqualTo(413);
    assertThat(queries.body()).contains("101 queries", "at most 100");
    String ids =
        IntStream.range(0, 5_001).mapToObj(n -> "\"x\"").collect(Collectors.joining(",", "[", "]"));
    HttpResponse<String> cells =
        post(
            "/extend",
            "{\"ids\":"
                + ids
                + ",\"properties\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"d\"}]}");
    assertThat(cells.statusCode()).isEqualTo(413);
    assertThat(cells.body()).contains("5001 entities", "20000 cells");
    String conditions =
        IntStream.range(0, 51)
            .mapToObj(n -> "{\"matchType\":\"name\",\"propertyValue\":\"x\"}")
            .collect(Collectors.joining(",", "[", "]"));
    HttpResponse<String> many =
        post("/match", "{\"queries\":[{\"conditions\":" + conditions + "}]}");
    assertThat(many.statusCode()).isEqualTo(413);
    assertThat(many.body()).contains("body.queries[0] has 51 conditions");
    // Refused by what the header says. A client that is still writing then may see no answer at
    // all.
    String huge =
        "POST /reconcile/match HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1100000\r\n\r\n";
    try (java.net.Socket client = server.connect()) {
      client.getOutputStream().write(huge.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void waitsForItsTurn() throws Exception {
    Path config = Files.createDirectory(temp.resolve("config")).resolve("public.ttl");
    String value = "#%s\" ; ja:cxtValue \"%s\"";
    Files.writeString(
        config,
        Files.readString(RunningServer.CONFIG)
            .replace(
                value.formatted("concurrentQueries", "8"),
                value.formatted("concurrentQueries", "1"))
            .replace(
                value.formatted("waitForTurn", "10000"), value.formatted("waitForTurn", "100")));
    try (RunningServer busy =
            RunningServer.over(
                temp.resolve("busy"), Files.readString(DATA), config, Optional.empty());
        java.net.Socket client = busy.connect()) {
      String endless =
          RunningServer.path(
              "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");
      client
          .getOutputStream()
          .write(
              ("GET " + endless + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      HttpResponse<String> answer = busy.get("/reconcile/suggest/entity?prefix=a&offset=0");
      for (int n = 1; answer.statusCode() == 200; n++) {
        answer = busy.get("/reconcile/suggest/entity?prefix=a&offset=" + n);
      }
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void otherMethodsTypesAndPathsAreRefused() throws Exception {
    HttpResponse<String> put =
        server.send(server.request("/reconcile").PUT(BodyPublishers.noBody()));
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
    assertThat(get("/match").statusCode()).isEqualTo(405);
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/suggest/entity").body()).contains("\"prefix\" is missing");
    assertThat(get("/suggest/entity?prefix=a&limit=x").statusCode()).isEqualTo(400);
    assertThat(form("query", "x").statusCode()).isEqualTo(415);
    HttpResponse<String> plain =
        server.send(
            server
                .request("/reconcile/match")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(plain.statusCode()).isEqualTo(415);
    HttpResponse<String> latin =
        server.send(
            server
                .request("/reconcile/match")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xE4, '"'})));
    assertThat(latin.statusCode()).isEqualTo(400);
    assertThat(latin.body()).contains("not UTF-8");
  }

  @Test
  void errorsAreProblemsForProgramsThatAskForJson() throws Exception {
    HttpResponse<String> answer = post("/match", "{\"queries\":[{}]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void everyAnswerMayBeReadFromOtherSites() throws Exception {
    String origin = "http://127.0.0.1:3333";
    for (String path :
        List.of(
            "",
            "/suggest/type?prefix=s",
            "/extend/propose?type=State",
            "/preview?id=Q399",
            "/nothing")) {
      assertThat(get(path, "Origin", origin).headers().firstValue("Access-Control-Allow-Origin"))
          .as(path)
          .hasValue(origin);
    }
    HttpResponse<String> preflight =
        server.send(
            server
                .request("/reconcile/match")
                .headers(
                    "Origin",
                    origin,
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "content-type,accept")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .containsIgnoringCase("Content-Type")
        .containsIgnoringCase("Accept");
  }
}
