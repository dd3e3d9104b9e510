package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Right queries that would keep a place for hours, fill the memory or run what is not for
 * strangers. There is one place only, so that whatever is not given back fails the next test.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileQueriesTest {
  /** Has no match, which takes Java some thousand years to find out. */
  private static final String ENDLESS =
      "REGEX(\"" + "a".repeat(80) + "!\", \"^(a|aa)+(b)?\\\\2c\")";

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Path config =
        Files.writeString(
            temp.resolve("public.ttl"),
            Files.readString(RunningServer.CONFIG)
                .replace("Queries\" ; ja:cxtValue \"8\"", "Queries\" ; ja:cxtValue \"1\""));
    assertThat(config).content().contains("Queries\" ; ja:cxtValue \"1\"");
    String data = "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 'aaaa' , 'b' . <urn:ex:s> <urn:ex:n> 2 }";
    server = RunningServer.over(temp.resolve("db"), data, config, Optional.empty());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (%s AS ?v) {}",
        "SELECT * { ?s ?p ?o FILTER(%s) }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s <urn:ex:n> ?n FILTER(%s) } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <urn:ex:n> ?n FILTER(!%s) } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { BIND(%s AS ?v) FILTER(?v) } }",
        "SELECT * { ?s ?p ?o MINUS { ?s ?p ?o FILTER(%s) } }",
        "SELECT * { { SELECT ?s { ?s ?p ?o FILTER(%s) } } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY IF(%s, 1, 2)",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > 0 && %s)",
        "SELECT (SUM(IF(%s, 1, 2)) AS ?sum) { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (%s AS ?v)",
        "ASK { ?s ?p ?o FILTER(1 IN (2, IF(%s, 1, 3))) }",
        "CONSTRUCT { ?s ?p ?v } WHERE { ?s ?p ?o BIND(STR(%s) AS ?v) }",
        "DESCRIBE ?s { ?s ?p ?o FILTER(%s) }",
        "ASK { GRAPH ?g { ?s ?p ?o { FILTER(%s) } UNION { FILTER(%<s) } } }",
      })
  void matchingStopsWithItsQuery(String query) throws Exception {
    isStopped(query.formatted(ENDLESS));
    isStopped(
        query.formatted(
            ENDLESS.replace("REGEX", "CONTAINS('', REPLACE").replace("2c\"", "2c\", '')")));
  }

  private static void isStopped(String query) throws Exception {
    HttpResponse<String> answer = server.get(RunningServer.path(query) + "&timeout=0.2");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("was stopped after");
    isAtWork();
  }

  private static void isAtWork() throws Exception {
    HttpResponse<String> answer =
        server.query("SELECT ?n { ?s <urn:ex:n> ?n } #" + System.nanoTime());
    assertThat(answer.body()).isEqualTo("n\r\n2\r\n");
  }

  /** Each BIND makes the value of the one before twice as long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONCAT(%s, %s)",
        "(%s + %s)",
        "REPLACE(%s, '^', %s)",
        "REPLACE(%s, '(a*)', '$1$1')",
      })
  void textsHaveAGreatestLength(String doubled) throws Exception {
    isTooLarge("'aaaaaaaa'", doubled, "text of more than 100000 characters");
  }

  @Test
  void alsoThoseThatAreEncodedAgainAndAgain() throws Exception {
    String long3200 = "REPLACE('%s', '.', '%s')".formatted("a".repeat(80), "é".repeat(40));
    isTooLarge(long3200, "ENCODE_FOR_URI(%s)", "text of more than 100000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s * %s", "0.1 * %s * %s"})
  void numbersHaveAGreatestLength(String doubled) throws Exception {
    isTooLarge("99999999", doubled, "number of more than 10000 digits");
  }

  private static void isTooLarge(String first, String next, String sentence) throws Exception {
    String binds =
        IntStream.rangeClosed(1, 60)
            .mapToObj(n -> " BIND(" + next.replace("%s", "?v" + (n - 1)) + " AS ?v" + n + ")")
            .collect(Collectors.joining());
    HttpResponse<String> answer =
        server.query(
            "SELECT (STRLEN(STR(?v60)) AS ?n) { BIND(" + first + " AS ?v0)" + binds + " }");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains(sentence);
    isAtWork();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(600000) AS ?v) {}",
        "PREFIX j: <http://jena.apache.org/> ASK { FILTER(j:ARQ\\/function\\#wait(600000)) }",
        "SELECT * { ?s ?p ?o FILTER(<http://jena.hpl.hp.com/ARQ/function#sprintf>('%999999999d', 1)) }",
        "SELECT (<http://www.dotnetrdf.org/leviathan#factorial>(100000) AS ?v) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('a', 'a') AS ?v) {}",
        "SELECT * { ?x <http://jena.apache.org/ARQ/property#strSplit> ('a' '(a+)+') }",
      })
  void functionsOfJenaAreNotOffered(String query) throws Exception {
    HttpResponse<String> answer = server.query(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("is not offered here: use the functions of SPARQL 1.1");
    isAtWork();
  }

  /** What has no value in SPARQL is left unbound, and does not end the query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0/0.0",
        "1/0",
        "REPLACE('a', 'a', '$9')",
        "REPLACE('a', 'a', '$')",
        "REGEX('a', 1)",
        "REGEX('a', ?none)",
        "REGEX('a', CONCAT('(', ?none))",
        "<urn:ex:unknown>(1)",
        "<http://www.w3.org/2001/XMLSchema#integer>('x')",
      })
  void errorsOfExpressionsLeaveTheirValueUnbound(String expression) throws Exception {
    HttpResponse<String> answer =
        server.query("SELECT (COALESCE(" + expression + ", 'none') AS ?v) {}");
    assertThat(answer.body()).isEqualTo("v\r\nnone\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REGEX('Şuşa', '^şUŞA$', 'i') && !REGEX('Şuşa', 'x')",
        "REGEX(?o, '^A+$', CONCAT('i', ''))",
        "REPLACE('abab', 'b', 'Z') = 'aZaZ'",
        "REPLACE('abab', 'B.', 'Z', 'i') = 'aZb'",
        "REPLACE('abracadabra'@en, '(b.)', '<$1>') = 'a<br>acada<br>a'@en",
        "STRLEN(REPLACE(REPLACE(REPLACE('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '.', 'abcdabcdabcdabcdabcdabcdabcdabcdabcdabcd'), '.', 'abcd'), '(.)', '$1$1$1')) = 19200",
        "CONCAT('a', 'b') = 'ab' && ENCODE_FOR_URI('ä') = '%C3%A4'",
        "2 * 3.0 = 6 && 1 / 4 = 0.25 && 1 + 1 = 2",
        "<http://www.w3.org/2001/XMLSchema#integer>('2') = 2",
      })
  void otherwiseTheseFunctionsAreAsBefore(String condition) throws Exception {
    assertThat(
            server
                .query("SELECT ?o { ?s <urn:ex:p> ?o FILTER(?o = 'aaaa' && " + condition + ") }")
                .body())
        .isEqualTo("o\r\naaaa\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%s", "%zz", "100%;"})
  void separatorThatJenaCannotReadIsRefusedInWords(String separator) throws Exception {
    HttpResponse<String> answer =
        server.query(
            "SELECT (GROUP_CONCAT(?o; SEPARATOR='" + separator + "') AS ?all) { ?s ?p ?o }");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("SEPARATOR of GROUP_CONCAT with %");
  }

  @Test
  void relativeNamesTellNothingOfTheMachine() throws Exception {
    assertThat(server.query("SELECT (IRI('x') AS ?a) (<y> AS ?b) {}").body())
        .doesNotContain("file:")
        .contains("/x,", "/y");
  }

  /** Sixteen thousand brackets and more are read or refused, and end nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"(", "{ ", "[ <urn:ex:p> ", "{ SELECT * ", "(1 || "})
  void deepNestingIsRefusedInWords(String opening) throws Exception {
    String start =
        opening.startsWith("(") ? "ASK { FILTER" : opening.startsWith("[") ? "ASK {" : "ASK ";
    HttpResponse<String> answer =
        server.send(
            server
                .request("/casus/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        start + opening.repeat(90_000 / opening.length()))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    isAtWork();
  }
}
