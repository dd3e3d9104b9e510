package org.casus.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.query.Federation;
import org.casus.query.ServiceClauses;
import org.casus.remote.Courtesy;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.casus.testing.ProjectCopy;
import org.casus.testing.ServedProject;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions that combine Casus with Wikidata, in both directions, over the data of the project
 * and a second real Fuseki that holds triples in Wikidata's own model.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FederatedQuestionsTest {
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("anna:s3cret".getBytes(StandardCharsets.UTF_8));
  private static final String PUBLIC = "/casus/sparql?query=";
  private static final String OPERATORS = "/operator/sparql?query=";
  private static final String ASKS = "SELECT * { SERVICE <%s> { ?s ?p ?o } }";

  /** Properties with the names that Wikidata gives them, each looked up but for the last. */
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("P6", "head of government"),
          Map.entry("P17", "country"),
          Map.entry("P35", "head of state"),
          Map.entry("P39", "position held"),
          Map.entry("P102", "member of political party"),
          Map.entry("P463", "member of"),
          Map.entry("P580", "start time"),
          Map.entry("P582", "end time"),
          Map.entry("P585", "point in time"),
          Map.entry("P625", "coordinate location"),
          Map.entry("P1891", "signatory"));

  @TempDir private static Path temp;
  private static FarSide wikidata;
  private static ServedProject casus;

  @BeforeAll
  static void start() throws IOException {
    wikidata =
        FarSide.with(
            RDFDataMgr.loadGraph(
                Path.of("src/test/resources/wikidata/federation.ttl").toUri().toString()));
    Path passwords = Files.writeString(temp.resolve("passwords"), "anna: s3cret\n");
    casus =
        ServedProject.start(
            passwords,
            AllowedServices.of(List.of("wikidata=" + wikidata.endpoint()))
                .asked(
                    new Courtesy(
                        "Casus/test (tests@example.org)",
                        Duration.ZERO,
                        2,
                        Duration.ofMillis(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5))));
  }

  @AfterAll
  static void stop() {
    casus.close();
    wikidata.close();
  }

  @AfterEach
  void mend() {
    wikidata.recovers();
  }

  private static Catalogue catalogue() {
    return Catalogue.load(ProjectCopy.original().queries());
  }

  private static String text(String name) {
    CatalogueQuery question = catalogue().require(name);
    Map<String, String> values =
        question.federation().filter(Federation::runsThere).isPresent()
            ? Map.of("casus", casus.address("/casus/sparql"))
            : Map.of();
    return question.bind(values).sparql();
  }

  private static HttpResponse<String> operator(String query, String... more) throws Exception {
    List<String> headers = new ArrayList<>(List.of("Authorization", LOGIN, "Accept", "text/csv"));
    headers.addAll(List.of(more));
    return casus.get(OPERATORS + ServedProject.encoded(query), headers.toArray(String[]::new));
  }

  // The catalogue

  static Stream<String> names() {
    return catalogue().federated().stream().map(CatalogueQuery::name);
  }

  @Test
  void thereAreThreeAndMoreInEachDirection() {
    assertThat(catalogue().federated())
        .filteredOn(question -> question.federation().orElseThrow().runsThere())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(catalogue().federated())
        .filteredOn(question -> !question.federation().orElseThrow().runsThere())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void twoParsersTakeItAsSparql11(String name) {
    for (String text : List.of(catalogue().require(name).sparql(), text(name))) {
      assertThatCode(() -> new SPARQLParser().parseQuery(text, null)).doesNotThrowAnyException();
      assertThatCode(() -> QueryFactory.create(text, Syntax.syntaxSPARQL_11))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void itIsWrittenLikeTheOthersAndWithPropertiesThatWereLookedUp(String name) throws Exception {
    CatalogueQuery question = catalogue().require(name);
    assertThat(question.question()).endsWith("?");
    assertThat(question.why()).endsWith(".");
    assertThat(question.columns())
        .allSatisfy(column -> assertThat(column.description()).endsWith("."));
    assertThat(question.keywords()).contains("wikidata");
    String body = question.sparql().replaceAll("(?m)^PREFIX .*$", "");
    assertThat(question.query().getPrefixMapping().getNsPrefixMap().keySet())
        .allMatch(prefix -> body.contains(prefix + ":"));

    Set<String> properties =
        Pattern.compile("\\b(?:p|ps|psv|pq|pqv|wdt):(P\\d+)")
            .matcher(body)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(PROPERTIES.keySet()).containsAll(properties);
    for (String property : properties) {
      assertThat(body.replaceAll("(?m)^[^#]*$", ""))
          .as("a comment tells the name of " + property)
          .contains("(" + property + ")")
          .containsIgnoringCase(PROPERTIES.get(property));
    }
    String links =
        Files.readString(ProjectCopy.original().root().resolve("data/links/wikidata-links.csv"));
    Pattern.compile("entity/(Q\\d+)")
        .matcher(question.sparql())
        .results()
        .forEach(item -> assertThat(links).contains("," + item.group(1) + ",verified,"));

    for (String term :
        Pattern.compile("casus:(\\w+)").matcher(body).results().map(m -> m.group(1)).toList()) {
      assertThat(
              casus
                  .get(
                      PUBLIC
                          + ServedProject.encoded(
                              "ASK { GRAPH <https://w3id.org/casus/graph/ontology> { <https://w3id.org/casus/ontology#%s> ?p ?o } }"
                                  .formatted(term)),
                      "Accept",
                      "text/csv")
                  .body())
          .as(term)
          .contains("true");
    }
  }

  // From Casus

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "places-on-the-map | 2020-11-08,Capture of Shusha,Shusha/Shushi,39.76e0,46.75e0, | 55.75",
        "leaders-at-the-time | ,head of government,Nikol Pashinyan,2018-05-08,, | Nobody",
        "leaders-at-the-time | ,head of state,Armen Sarkissian,2018-04-09,2022, | Karapetyan",
        "parties-of-speakers | 2019-08-06,Nikol Pashinyan,A later party,2013,, | An earlier party",
        "treaties-wikidata-knows | A treaty of two,1997-08-29,,http://www.wikidata.org/entity/Q999000020 | A treaty of one",
        "treaties-wikidata-knows | A treaty of two | A treaty by mistake",
      })
  void operatorsAskWikidata(String name, String row, String other) throws Exception {
    int before = wikidata.requests();
    HttpResponse<String> answer = operator(text(name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(row).doesNotContain(other);
    assertThat(wikidata.requests() - before).as("one request, whatever the rows").isEqualTo(1);
    assertThat(wikidata.queries().get(before)).contains("VALUES", "wikidata.org/entity/Q");
    assertThat(wikidata.userAgents().get(before)).isEqualTo("Casus/test (tests@example.org)");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TOO_MANY_REQUESTS",
        "TOO_MANY_REQUESTS_FOR_LONG",
        "SERVER_ERROR",
        "BAD_REQUEST",
        "BROKEN_JSON",
        "WEB_PAGE",
        "CUT"
      })
  void whatTheFarSideDoesNotTellIsAnErrorThatNamesIt(Fault fault) throws Exception {
    wikidata.goesWrong(fault, fault);
    HttpResponse<String> answer = operator(text("places-on-the-map"));
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body())
        .startsWith(wikidata.endpoint().toString())
        .contains(
            switch (fault) {
              case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_FOR_LONG -> "429";
              case SERVER_ERROR -> "500 (“Something broke”)";
              case BAD_REQUEST -> "400 (“Malformed query”)";
              case CUT -> "the connection broke";
              default -> "its answer is broken";
            });
  }

  @Test
  void slowFarSideIsAnErrorThatNamesIt() throws Exception {
    wikidata.goesWrong(Fault.SLOW, Fault.SLOW);
    HttpResponse<String> answer = operator(text("places-on-the-map"));
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body())
        .startsWith(wikidata.endpoint().toString())
        .contains("did not answer within 5 seconds, 2 times", "no answer, not even one without");
  }

  @Test
  void timeOfTheQueryHoldsWhileTheFarSideIsWaitedFor() throws Exception {
    wikidata.goesWrong(Fault.SLOW, Fault.SLOW);
    HttpResponse<String> answer =
        casus.get(
            OPERATORS + ServedProject.encoded(text("places-on-the-map")) + "&timeout=0.5",
            "Authorization",
            LOGIN);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("The query was stopped");
    assertThat(wikidata.requests()).isPositive();
  }

  @Test
  void farSideThatFailsOnceIsAskedAgain() throws Exception {
    wikidata.goesWrong(Fault.SERVER_ERROR);
    assertThat(operator(text("places-on-the-map")).body()).contains("Capture of Shusha");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } } | leave SILENT out",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <%s> { ?s ?p ?o } } } | leave SILENT out",
        "SELECT * { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } } | these servers only, each by its address: <https://query.wikidata.org/sparql> (wikidata)",
        "SELECT * { SERVICE <%s> { SERVICE <http://localhost:1/> { ?s ?p ?o } } } | these servers only",
        "SELECT * { BIND(<%s> AS ?w) SERVICE ?w { ?s ?p ?o } } | these servers only",
        "SELECT * { { SELECT ?s { SERVICE <%sx> { ?s ?p ?o } } } } | these servers only",
      })
  void operatorsMayAskNoOthersAndPassOverNoFailure(String query, String sentence) throws Exception {
    int before = wikidata.requests();
    HttpResponse<String> answer = operator(query.replace("%s", wikidata.endpoint().toString()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(sentence);
    assertThat(wikidata.requests()).isEqualTo(before);
  }

  @Test
  void strangersHaveNothingAskedAlsoWhereOperatorsMay() throws Exception {
    int before = wikidata.requests();
    for (String address :
        List.of(wikidata.endpoint().toString(), "https://query.wikidata.org/sparql")) {
      HttpResponse<String> answer =
          casus.get(PUBLIC + ServedProject.encoded(ASKS.formatted(address)));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("SERVICE is switched off here");
    }
    for (String ending : List.of("", ".csv", ".json", ".xml")) {
      HttpResponse<String> answer = casus.get("/api/places-on-the-map" + ending);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("done for operators only", "--federate wikidata");
    }
    assertThat(casus.get(OPERATORS + ServedProject.encoded(text("places-on-the-map"))).statusCode())
        .isEqualTo(401);
    assertThat(wikidata.requests()).isEqualTo(before);
  }

  // From Wikidata

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "office-holders-quoted | 2019-08-06,Pashinyan called for Armenia and Karabakh to be united",
        "party-members-quoted | Q612803,Serzh Sargsyan,2021-02-15,",
        "defence-owed-among-members | Russia,http://www.wikidata.org/entity/Q399,Armenia,\"Treaty of Friendship",
        "control-of-wikidata-places | http://www.wikidata.org/entity/Q158903,Shusha/Shushi,39.76,46.75,",
      })
  void wikidataAsksCasus(String name, String row) throws Exception {
    HttpResponse<String> answer =
        casus.follow(
            wikidata.direct() + "?query=" + ServedProject.encoded(text(name)),
            "Accept",
            "text/csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(row);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void pageShowsTheTextAndWhoRunsIt(String name) throws Exception {
    CatalogueQuery question = catalogue().require(name);
    boolean there = question.federation().orElseThrow().runsThere();
    HttpResponse<String> page = casus.get("/api/" + name + ".html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(question.title(), "SERVICE &lt;")
        .contains(there ? "The question is run by wikidata" : "The question asks wikidata, too");
    assertThat(page.body().contains("SERVICE &lt;" + casus.address("/casus/sparql") + "&gt;"))
        .as("filled with the address of this server")
        .isEqualTo(there);
    assertThat(page.body().contains("href=\"https://query.wikidata.org/#")).isEqualTo(there);
    assertThat(casus.get("/api/", "Accept", "text/html").body()).contains("/api/" + name);
  }

  @Test
  void pageTakesAnotherAddressOfCasusAndRefusesWhatIsNone() throws Exception {
    String other = ServedProject.encoded("https://example.org/casus/sparql");
    assertThat(casus.get("/api/office-holders-quoted.html?casus=" + other).body())
        .contains("SERVICE &lt;https://example.org/casus/sparql&gt;");
    HttpResponse<String> wrong = casus.get("/api/office-holders-quoted.html?casus=here");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("must be an IRI");
  }

  @Test
  void noneOfThemIsOfferedAsAnExampleToRunHere() throws Exception {
    String examples =
        "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?text { ?q a sh:SPARQLExecutable ; sh:select ?text }";
    String body = casus.get(PUBLIC + ServedProject.encoded(examples), "Accept", "text/csv").body();
    assertThat(body).contains("SELECT").doesNotContain("SERVICE <");
    assertThat(catalogue().queries())
        .allSatisfy(question -> assertThat(ServiceClauses.of(question.query())).isEmpty());
  }
}
