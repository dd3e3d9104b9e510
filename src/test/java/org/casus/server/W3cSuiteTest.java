package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.casus.server.W3cAnswer.Likeness;
import org.casus.server.W3cSuite.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test suite of the W3C for SPARQL 1.1 as far as it is about reading: the approved cases, each
 * answered by the server as it is shipped.
 *
 * <p>Where an answer departs from the suite, {@code w3c/departures.csv} says how and why. A row
 * there that is not needed is an error, too.
 */
class W3cSuiteTest {
  private static final String EMPTY = "https://example.org/empty";
  private static final Set<String> EVALUATED = Set.of("QueryEvaluationTest", "CSVResultFormatTest");
  private static final Pattern SYNTAX = Pattern.compile("(Positive|Negative)SyntaxTest(11)?");
  private static final String SERVICE = "sparql11/service";

  /** Manifests that this class leaves out: other entailment, and tests told in words only. */
  private static final Set<String> LEFT_OUT =
      Set.of("sparql11/entailment", "sparql11/protocol", "sparql11/service-description");

  private record Departure(Likeness likeness, String reason) {}

  /** An answer, and how it reads in a message. */
  private record Outcome(Likeness likeness, String shown) {}

  @TempDir static Path temp;
  private static List<Case> cases;
  private static Map<String, Departure> departures;
  private static RunningServer server;
  private static String size;

  /** The data that {@link #union} holds now; neighbours in the suite often share theirs. */
  private static List<String> unionOf = List.of();

  private static DatasetGraph union;

  @BeforeAll
  static void start() throws Exception {
    cases = W3cSuite.approved().stream().filter(test -> !LEFT_OUT.contains(test.area())).toList();
    departures = readDepartures();
    server = RunningServer.over(temp.resolve("db"), data());
    size = size("before");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, Departure> readDepartures() throws IOException {
    try (InputStream file = W3cSuiteTest.class.getResourceAsStream("/w3c/departures.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream()
          .collect(
              Collectors.toMap(
                  row -> row.getField("test"),
                  row ->
                      new Departure(
                          Likeness.valueOf(row.getField("answer")), row.getField("reason"))));
    }
  }

  /** The files that tests ask for, in their manifests or by FROM. */
  private static Set<String> files() {
    Set<String> files = new TreeSet<>();
    ofType(EVALUATED::contains)
        .forEach(
            test -> {
              files.addAll(test.data());
              files.addAll(test.graphs());
              parsed(test)
                  .ifPresent(
                      query -> {
                        files.addAll(query.getGraphURIs());
                        files.addAll(query.getNamedGraphURIs());
                      });
            });
    return files;
  }

  private static String data() {
    DatasetGraph all = DatasetGraphFactory.create();
    files().forEach(file -> graph(file).forEach(all::add));
    return RDFWriter.source(all).lang(Lang.TRIG).asString();
  }

  private static List<Quad> graph(String file) {
    Model model = ModelFactory.createDefaultModel();
    W3cSuite.parse(file, model);
    Node name = NodeFactory.createURI(file);
    return model.getGraph().find().mapWith(triple -> Quad.create(name, triple)).toList();
  }

  private static Stream<Case> ofType(Predicate<String> types) {
    return cases.stream().filter(test -> types.test(test.type()));
  }

  private static Stream<Case> evaluations() {
    return ofType(EVALUATED::contains).filter(test -> !test.area().equals(SERVICE));
  }

  /** The query as a client that knows its address sends it. */
  private static String text(Case test) {
    return "BASE <" + test.file().orElseThrow() + ">\n" + test.text();
  }

  private static Optional<Query> parsed(Case test) {
    try {
      return Optional.of(QueryFactory.create(text(test), Syntax.syntaxSPARQL_11));
    } catch (QueryException notSparql11) {
      return Optional.empty();
    }
  }

  /**
   * Over HTTP. The build has all files of the suite as named graphs, and a request chooses its
   * dataset among them by the parameters of the protocol, unless the query does so by FROM.
   */
  @TestFactory
  Stream<DynamicTest> answersOverHttp() {
    return evaluations().map(test -> dynamicTest(test.id(), () -> judge(test, overHttp(test))));
  }

  private static Outcome overHttp(Case test) throws Exception {
    boolean chooses = parsed(test).map(Query::hasDatasetDescription).orElse(false);
    Lang lang = language(test);
    HttpResponse<String> answer =
        post(
            "/casus/sparql" + (chooses ? "" : dataset(test)),
            "application/sparql-query",
            text(test),
            lang.getContentType().getContentTypeStr());
    if (answer.statusCode() != 200) {
      return new Outcome(Likeness.DIFFERENT, answer.statusCode() + " " + answer.body());
    }
    return compare(
        test,
        W3cAnswer.read(
            new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), lang, EMPTY),
        answer.body());
  }

  private static String dataset(Case test) {
    List<String> data = test.data().isEmpty() ? List.of(EMPTY) : test.data();
    return Stream.concat(
            data.stream().map(file -> "default-graph-uri=" + encoded(file)),
            test.graphs().stream().map(file -> "named-graph-uri=" + encoded(file)))
        .collect(Collectors.joining("&", "?", ""));
  }

  /** The syntax of the expected answer where the endpoint has it, so that each gets its turn. */
  private static Lang language(Case test) {
    Lang expected = RDFLanguages.filenameToLang(test.result().orElseThrow());
    boolean graph = parsed(test).map(Query::isConstructType).orElse(false);
    if (graph) {
      return Lang.NTRIPLES;
    }
    return RDFLanguages.isTriples(expected) ? ResultSetLang.RS_JSON : expected;
  }

  /** On the storage engine, where the only graph of a dataset shows through as the default one. */
  @TestFactory
  Stream<DynamicTest> answersFromTheUnionOfGraphs() {
    return evaluations()
        .filter(test -> test.graphs().isEmpty() && !test.text().contains("GRAPH"))
        .filter(test -> !test.result().orElseThrow().endsWith(".csv"))
        .filter(test -> parsed(test).stream().noneMatch(Query::hasDatasetDescription))
        .map(test -> dynamicTest(test.id(), () -> judge(test, fromUnion(test))));
  }

  private static Outcome fromUnion(Case test) throws IOException {
    Query query;
    try {
      query = QueryPolicy.parse(text(test));
    } catch (QueryException refused) {
      return new Outcome(Likeness.DIFFERENT, String.valueOf(refused.getMessage()));
    }
    DatasetGraph dataset = unionOf(test.data());
    W3cAnswer answer =
        Txn.calculateRead(
            dataset,
            () -> {
              try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
                if (query.isAskType()) {
                  return new W3cAnswer.Truth(execution.ask());
                }
                return query.isConstructType()
                    ? new W3cAnswer.Triples(execution.construct(GraphFactory.createDefaultGraph()))
                    : W3cAnswer.Rows.of(execution.select());
              }
            });
    return compare(test, answer, answer.toString());
  }

  private static DatasetGraph unionOf(List<String> files) {
    if (union == null || !unionOf.equals(files)) {
      unionOf = files;
      union = DatabaseMgr.createDatasetGraph();
      union.getContext().set(TDB2.symUnionDefaultGraph, true);
      Txn.executeWrite(union, () -> files.forEach(file -> graph(file).forEach(union::add)));
    }
    return union;
  }

  private static Outcome compare(Case test, W3cAnswer answer, String shown) throws IOException {
    String result = test.result().orElseThrow();
    boolean ordered = parsed(test).map(Query::isOrdered).orElse(false);
    try (InputStream file = W3cSuite.open(result)) {
      W3cAnswer expected = W3cAnswer.read(file, RDFLanguages.filenameToLang(result), result);
      if (test.anyCardinality()
          && answer instanceof W3cAnswer.Rows some
          && expected instanceof W3cAnswer.Rows others) {
        return new Outcome(some.distinct().to(others.distinct(), ordered), shown);
      }
      return new Outcome(answer.to(expected, ordered), shown);
    }
  }

  private static void judge(Case test, Outcome outcome) {
    Departure departure = departures.get(test.id());
    if (departure == null) {
      assertThat(outcome.likeness())
          .as("%s%n%s", test.result().map(W3cSuite::text).orElse(""), outcome.shown())
          .isEqualTo(Likeness.SAME);
    } else {
      assertThat(outcome.likeness())
          .as("departures.csv says: %s%n%s", departure.reason(), outcome.shown())
          .isEqualTo(departure.likeness());
    }
  }

  /** A query that is right is read, one that is wrong is 400. */
  @TestFactory
  Stream<DynamicTest> readsWhatIsSparqlAndNothingElse() {
    return ofType(SYNTAX.asMatchPredicate())
        .map(test -> dynamicTest(test.id(), () -> judge(test, syntax(test))));
  }

  private static Outcome syntax(Case test) throws Exception {
    HttpResponse<String> answer =
        post(
            "/casus/sparql?default-graph-uri=" + encoded(EMPTY),
            "application/sparql-query",
            test.text(),
            "*/*");
    boolean read =
        answer.statusCode() == 200
            || answer.statusCode() == 403 && answer.body().contains(QueryPolicy.NO_SERVICE);
    boolean refused = answer.statusCode() == 400 && answer.body().contains("Not a SPARQL 1.1");
    boolean right = test.type().startsWith("Positive") ? read : refused;
    return new Outcome(
        right ? Likeness.SAME : Likeness.DIFFERENT,
        test.text() + "\n" + answer.statusCode() + " " + answer.body());
  }

  /** Updates are refused in whatever way they come, and change nothing. */
  @TestFactory
  Stream<DynamicTest> refusesUpdates() {
    return ofType(type -> type.contains("Update"))
        .map(
            test ->
                dynamicTest(
                    test.id(),
                    () -> {
                      String form = "application/x-www-form-urlencoded";
                      for (HttpResponse<String> answer :
                          List.of(
                              post("application/sparql-update", test.text()),
                              post(form, "update=" + encoded(test.text())))) {
                        assertThat(answer.statusCode()).isEqualTo(403);
                        assertThat(answer.body()).contains(QueryPolicy.READ_ONLY);
                      }
                      HttpResponse<String> asQuery = post(form, "query=" + encoded(test.text()));
                      assertThat(asQuery.statusCode())
                          .as(asQuery.body())
                          .isEqualTo(test.type().startsWith("Negative") ? 400 : 403);
                      assertThat(size(test.id())).isEqualTo(size);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> refusesService() {
    return ofType(EVALUATED::contains)
        .filter(test -> test.area().equals(SERVICE))
        .map(
            test ->
                dynamicTest(
                    test.id(),
                    () -> {
                      HttpResponse<String> answer = post("application/sparql-query", test.text());
                      assertThat(answer.statusCode()).isEqualTo(403);
                      assertThat(answer.body()).contains(QueryPolicy.NO_SERVICE);
                    }));
  }

  /** A suite that is not found, or found in part, passes everything. */
  @Test
  void suiteIsWholeAndDeparturesAreOfIt() {
    assertThat(evaluations()).hasSize(418);
    assertThat(ofType(SYNTAX.asMatchPredicate())).hasSize(305);
    assertThat(ofType(type -> type.contains("Update"))).hasSize(144);
    assertThat(ofType(EVALUATED::contains).filter(test -> test.area().equals(SERVICE))).hasSize(7);
    assertThat(cases.stream().map(Case::id)).containsAll(departures.keySet());
    assertThat(departures.values()).noneMatch(departure -> departure.reason().isBlank());
  }

  /**
   * How many triples there are.
   *
   * @param moment makes it another query, since answers are kept
   */
  private static String size(String moment) throws Exception {
    return server.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } #" + moment).body();
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return post("/casus/sparql", type, body, "*/*");
  }

  private static HttpResponse<String> post(String path, String type, String body, String accept)
      throws Exception {
    return server.send(
        server
            .request(path)
            .headers("Content-Type", type, "Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
