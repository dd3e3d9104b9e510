package org.casus.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.util.Context;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.query.ExpectedRows;
import org.casus.testing.ProjectCopy;
import org.casus.testing.ServedProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions over HTTP, on the data of the project. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuestionApiTest {
  private static final String ALLIES = "/api/allies-on-date";
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z-]+)\"");

  private static ServedProject server;

  @BeforeAll
  static void start() {
    server = ServedProject.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<CatalogueQuery> questions() {
    return Catalogue.load(ProjectCopy.original().queries()).queries();
  }

  private static List<CatalogueQuery> curatedQuestions() {
    return questions().stream().filter(query -> query.datasets().isEmpty()).toList();
  }

  private static List<String> curatedNames() {
    return curatedQuestions().stream().map(CatalogueQuery::name).toList();
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static Map<String, String> links(HttpResponse<?> answer) {
    return LINK.matcher(answer.headers().firstValue("Link").orElse(""))
        .results()
        .collect(Collectors.toMap((MatchResult link) -> link.group(2), link -> link.group(1)));
  }

  private static int total(HttpResponse<?> answer) {
    return Integer.parseInt(answer.headers().firstValue("X-Total-Count").orElseThrow());
  }

  private static List<List<String>> rows(String csv) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      reader.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("curatedNames")
  void answerHasTheExpectedRows(String name) throws Exception {
    HttpResponse<String> answer = server.get("/api/" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("text/csv;charset=utf-8");
    Path file = ExpectedRows.file(ProjectCopy.original().queries(), name);
    List<List<String>> expected = rows(Files.readString(file));
    assertThat(rows(answer.body())).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(total(answer)).isEqualTo(expected.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("curatedNames")
  void pagesMakeUpTheWholeAnswer(String name) throws Exception {
    HttpResponse<String> whole = server.get("/api/" + name + ".csv");
    List<List<String>> expected = rows(whole.body());
    int limit = Math.max(1, (expected.size() - 1) / 3);
    List<List<String>> walked = new ArrayList<>(List.of(expected.get(0)));
    String next = server.address("/api/" + name + ".csv?limit=" + limit);
    String last = "";
    int pages = 0;
    while (next != null) {
      HttpResponse<String> page = server.follow(next);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(total(page)).isEqualTo(expected.size() - 1);
      Map<String, String> links = links(page);
      assertThat(links).containsKeys("first", "last", "service-desc");
      assertThat(links.containsKey("prev")).isEqualTo(pages > 0);
      List<List<String>> found = rows(page.body());
      assertThat(found.get(0)).isEqualTo(expected.get(0));
      assertThat(found.size() - 1).isLessThanOrEqualTo(limit);
      walked.addAll(found.subList(1, found.size()));
      last = next;
      next = links.get("next");
      if (next == null) {
        assertThat(links.get("last")).isEqualTo(last);
      }
      pages++;
    }
    assertThat(walked).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '*/*', text/csv",
    "'', text/csv, text/csv",
    "'', text/tab-separated-values, text/tab-separated-values",
    "'', application/sparql-results+json, application/sparql-results+json",
    "'', application/json, application/json",
    "'', application/sparql-results+xml, application/sparql-results+xml",
    "'', 'text/html,application/xhtml+xml,*/*;q=0.8', text/html",
    ".csv, text/html, text/csv",
    ".tsv, text/html, text/tab-separated-values",
    ".json, text/html, application/sparql-results+json",
    ".xml, text/html, application/sparql-results+xml",
    ".html, text/csv, text/html",
  })
  void formatIsThatOfTheEndingOrElseWhatIsAccepted(String ending, String accept, String type)
      throws Exception {
    HttpResponse<String> answer = server.get(ALLIES + ending, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith(type);
    assertThat(answer.body()).contains("Belarus");
    assertThat(answer.headers().allValues("Vary").contains("Accept")).isEqualTo(ending.isEmpty());
    assertThat(total(answer)).isPositive();
  }

  @Test
  void allFormatsHaveTheSameRows() throws Exception {
    int total = total(server.get(ALLIES + ".csv"));
    Map<String, Lang> formats =
        Map.of(
            "json",
            ResultSetLang.RS_JSON,
            "xml",
            ResultSetLang.RS_XML,
            "tsv",
            ResultSetLang.RS_TSV);
    for (Map.Entry<String, Lang> format : formats.entrySet()) {
      String body = server.get(ALLIES + "." + format.getKey()).body();
      Lang lang = format.getValue();
      RowSetReader reader = RowSetReaderRegistry.getFactory(lang).create(lang);
      InputStream in = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
      assertThat(reader.read(in, new Context()).stream().count()).isEqualTo(total);
    }
  }

  @Test
  void whatNobodyOffersIsNotAcceptable() throws Exception {
    HttpResponse<String> answer = server.get(ALLIES, "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/csv, text/tab-separated-values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day=2020-13-01 | day of query allies-on-date must be a date such as 2020-09-27, not",
        "day=2020-9-1   | must be a date such as 2020-09-27, not \"2020-9-1\"",
        "day=           | must be a date such as 2020-09-27, not \"\"",
        "date=2020-01-01 | has no parameter date; it takes state, day, by",
        "by=friendship  | must be one of all, treaty, coded, not \"friendship\"",
        "state=rusia    | in the data, not \"rusia\"; perhaps russia (Russia)",
        "state=Russia   | must be a short name such as russia",
        "state=%3E%3C   | must be a short name such as russia",
        "day=2020-01-01&day=2020-01-02 | Parameter day is there twice",
        "limit=0        | limit must be a whole number from 1",
        "limit=-1       | limit must be a whole number from 1",
        "limit=ten      | limit must be a whole number from 1",
        "limit=99999999999 | limit must be a whole number from 1",
        "offset=-1      | offset must be a whole number from 0",
        "day=%ff        | percent-encoded UTF-8",
      })
  void wrongRequestSaysWhatIsRight(String parameters, String sentence) throws Exception {
    for (String ending : List.of("", ".csv", ".tsv", ".xml")) {
      HttpResponse<String> answer = server.get(ALLIES + ending + "?" + parameters);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(type(answer)).isEqualTo("text/plain;charset=utf-8");
      assertThat(answer.body()).contains(sentence.strip());
    }
    HttpResponse<String> json = server.get(ALLIES + ".json?" + parameters);
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(type(json)).startsWith("application/problem+json");
    HttpResponse<String> page = server.get(ALLIES + ".html?" + parameters);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(type(page)).startsWith("text/html");
    assertThat(page.body()).contains("role=\"alert\"", "<form");
  }

  @Test
  void allMistakesAreToldAtOnce() throws Exception {
    assertThat(server.get(ALLIES + "?day=x&by=y&z=1").body().lines()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/allies, 'perhaps one of these: allies-of-the-attacked, allies-on-date,'",
    "/api/nothing.csv, There is no question nothing",
    "/api/allies-on-date.xls, 'There is no .xls here; there are .csv'",
    "/api/allies-on-date/x, There is nothing at /api/allies-on-date/x",
    "/api/Allies, There is nothing at /api/Allies",
    "/api/docs/pom.xml, There is no pom.xml here",
  })
  void whatDoesNotExistIsNotFound(String path, String sentence) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void questionOverDataSetsThatAreMissingSaysHowToGetThem() throws Exception {
    List<CatalogueQuery> asking =
        questions().stream().filter(query -> !query.datasets().isEmpty()).toList();
    assertThat(asking).isNotEmpty();
    for (CatalogueQuery query : asking) {
      HttpResponse<String> answer = server.get("/api/" + query.name() + ".csv");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains(query.datasets()).contains("./casus import");
    }
  }

  @Test
  void valuesAreBoundAndNotWrittenIntoTheQuery() throws Exception {
    String attack =
        ServedProject.encoded("2020-09-27\"^^xsd:date } INSERT DATA { <a:a> <a:a> 1 } #");
    assertThat(server.get(ALLIES + "?day=" + attack).statusCode()).isEqualTo(400);
    HttpResponse<String> page =
        server.get(ALLIES + ".html?state=" + ServedProject.encoded("<script>alert(1)</script>"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  @Test
  void parametersInABodyAreNotRead() throws Exception {
    String expected = server.get(ALLIES + ".csv?day=1991-01-01").body();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address(ALLIES + ".csv?day=1991-01-01&by=all")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method("GET", HttpRequest.BodyPublishers.ofString("state=russia"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo(expected);
  }

  @Test
  void pageShowsFormRowsLinksAndQuery() throws Exception {
    String page = server.get(ALLIES + ".html?state=russia").body();
    assertThat(page)
        .contains("<h1>Allies on a day</h1>")
        .contains("type=\"date\" value=\"2020-09-27\"")
        .contains("<option value=\"treaty\">")
        .contains("<option value=\"russia\">Russia</option>")
        .contains("value=\"russia\" list=\"state-list\"")
        .contains("<a href=\"/id/actor/armenia\">actor/armenia</a>")
        .contains("href=\"/api/allies-on-date.csv?state=russia&amp;day=2020-09-27&amp;by=all\"")
        .doesNotContain("<script")
        .doesNotContain("#+ ");
    String sparql = between(page, "<pre><code>", "</code>");
    assertThat(QueryFactory.create(unescaped(sparql), Syntax.syntaxSPARQL_11).isSelectType())
        .isTrue();
  }

  private static String between(String text, String before, String after) {
    int begin = text.indexOf(before) + before.length();
    return text.substring(begin, text.indexOf(after, begin));
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void queryOfThePageRunsAtTheEndpoint() throws Exception {
    String page = server.get(ALLIES + ".html").body();
    String address = between(page, "<p><a href=\"/casus/", "\"");
    HttpResponse<String> answer = server.get("/casus/" + unescaped(address), "Accept", "text/csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(rows(answer.body()))
        .containsExactlyInAnyOrderElementsOf(rows(server.get(ALLIES + ".csv").body()));
  }

  @Test
  void longAnswerIsPagedOnItsPage() throws Exception {
    String name = "faults-of-sources";
    HttpResponse<String> first = server.get("/api/" + name + ".html");
    assertThat(total(first)).isGreaterThan(100);
    assertThat(first.body()).contains("1 to 100 of " + total(first)).contains(">Next</a>");
    HttpResponse<String> second = server.follow(links(first).get("next"));
    assertThat(second.body()).contains("101 to ").contains(">Previous</a>");
  }

  @Test
  void answersHaveEntityTags() throws Exception {
    HttpResponse<String> answer = server.get(ALLIES + ".csv");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.get(ALLIES + ".csv", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void listHasAllQuestions() throws Exception {
    String json = server.get("/api/", "Accept", "application/json").body();
    String page = server.get("/api/", "Accept", "text/html").body();
    for (CatalogueQuery query : questions()) {
      assertThat(json).contains("\"" + server.address("/api/" + query.name()) + "\"");
      assertThat(page).contains("\"/api/" + query.name() + ".html\"");
    }
    assertThat(server.get("/api").headers().firstValue("Location")).contains("/api/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/", "/api/docs/", "/api/search", ALLIES})
  void pagesRunNoScriptsOfTheirOwn(String path) throws Exception {
    HttpResponse<String> page = server.get(path, "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>").doesNotContain(" onclick=");
    assertThat(page.body()).doesNotContain("<style").doesNotContain(" style=");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'")
        .doesNotContain("script-src", path.equals("/api/docs/") ? "unsafe-eval" : "unsafe");
    for (MatchResult source :
        Pattern.compile("(?:src|href)=\"([^\"]*\\.(?:js|css))\"")
            .matcher(page.body())
            .results()
            .toList()) {
      HttpResponse<String> file = server.get(source.group(1));
      assertThat(file.statusCode()).as(source.group(1)).isEqualTo(200);
      assertThat(type(file)).matches("text/(javascript|css);charset=utf-8");
    }
  }

  @Test
  void docsLoadNothingFromElsewhere() throws Exception {
    String page = server.get("/api/docs/").body();
    assertThat(page)
        .contains(
            "/api/docs/swagger-ui-bundle.js",
            "/api-docs.js",
            "data-description=\"/api/openapi.json\"");
    assertThat(server.get("/api/docs/swagger-ui-bundle.js").body()).contains("SwaggerUIBundle");
  }

  @Test
  void homePageHasQuestionsSearchAndTheBuild() throws Exception {
    String home = server.get("/").body();
    for (CatalogueQuery query : questions()) {
      assertThat(unescaped(home)).contains(query.question());
    }
    assertThat(home)
        .contains("action=\"/api/search.html\"", "/casus/sparql", "/casus/data", "/ontology")
        .contains("/api/docs/", "/.well-known/void", "2026-11-22T00:00:00Z", "0.0.0-test");
  }
}
