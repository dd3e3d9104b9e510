package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundQueryTest {
  private static final String DATA =
      """
      PREFIX : <https://example.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX actor: <https://w3id.org/casus/id/actor/>
      :g {
        actor:russia :label "peace, first" ; :day "2020-10-10"^^xsd:date ; :number 10 .
        actor:armenia :label "peace of others" ; :day "2020-10-10"^^xsd:date ; :number 10 .
        actor:russia :label "a war" .
      }
      """;

  private static final String THINGS =
      """
      #+ title: Things
      #+ question: Which things are there?
      #+ why: To begin with.
      #+ parameters:
      #+   - name: x
      #+     type: string
      #+     description: A word.
      #+ columns:
      #+   - t: A thing.
      SELECT ?t %s
      ORDER BY ?t
      """;

  @TempDir Path directory;
  private CatalogueQuery labels;
  private Dataset dataset;

  @BeforeEach
  void catalogue() {
    CatalogueFiles.write(directory, "labels.rq", CatalogueFiles.LABELS);
    labels = Catalogue.load(directory).require("labels");
    dataset = DatasetFactory.createTxnMem();
    RDFParser.create().fromString(DATA).lang(Lang.TRIG).parse(dataset);
  }

  private ResultTable answer(Map<String, String> values) {
    return labels.bind(values).execute(dataset);
  }

  @Test
  void valuesAndDefaultsSelectTheRows() {
    ResultTable table = answer(Map.of("since", "2020-09-27"));
    assertThat(table.columns()).containsExactly("label", "day");
    assertThat(table.rows()).hasSize(1);
    assertThat(answer(Map.of("since", "2020-09-27", "actor", "armenia")).rows()).hasSize(1);
    assertThat(answer(Map.of("since", "2020-10-11")).rows()).isEmpty();
    assertThat(answer(Map.of("since", "2020-09-27", "least", "11")).rows()).isEmpty();
    assertThat(answer(Map.of("since", "2020-09-27", "graph", "https://example.org/h")).rows())
        .isEmpty();
  }

  @Test
  void slugOfAKindBecomesTheIriOfTheThing() {
    assertThat(labels.bind(Map.of("since", "2020-09-27")).terms().get(Var.alloc("actor")))
        .hasToString("https://w3id.org/casus/id/actor/russia");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "since | 27.9.2020  | Parameter since of query labels must be a date such as 2020-09-27,",
        "since | 2020-02-30 | must be a date such as 2020-09-27, not \"2020-02-30\"",
        "least | 1.5        | must be a whole number such as 10, not \"1.5\"",
        "actor | Russia     | must be a short name such as russia",
        "actor | a/../b     | must be a short name such as russia",
        "word  | truce      | must be one of peace, war, not \"truce\"",
        "graph | g          | must be an IRI such as https://w3id.org/casus/id/actor/russia",
        "graph | http://a b | must be an IRI such as",
        "size  | 1 | Query labels has no parameter size; it takes actor, since, least, word, graph",
      })
  void wrongValueIsRefusedWithWhatWouldBeRight(String name, String value, String message) {
    Map<String, String> values = new HashMap<>(Map.of("since", "2020-09-27"));
    values.put(name, value);
    assertThatThrownBy(() -> labels.bind(values))
        .isInstanceOf(QueryUsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void thingThatIsNotInTheDataIsRefusedWithSimilarNames() {
    BoundQuery query = labels.bind(Map.of("since", "2020-09-27", "actor", "rusia"));
    assertThatThrownBy(
            () ->
                query.requireThings(
                    dataset.asDatasetGraph(),
                    name ->
                        name.equals("actor/rusia")
                            ? List.of("actor/russia (Russia)", "place/russia")
                            : List.of()))
        .isInstanceOf(QueryUsageException.class)
        .hasMessage(
            "Parameter actor of query labels must be the short name of a thing of the kind actor that"
                + " is in the data, not \"rusia\"; perhaps russia (Russia)");
    labels
        .bind(Map.of("since", "2020-09-27"))
        .requireThings(dataset.asDatasetGraph(), name -> List.of());
  }

  @Test
  void wordBesidesTheThingsIsAWord() {
    CatalogueFiles.write(
        directory,
        "labels.rq",
        CatalogueFiles.LABELS
            .replace("kind: actor", "kind: actor\n#+     words: [all]")
            .replace("<https://w3id.org/casus/id/actor/russia>", "\"russia\""));
    CatalogueQuery open = Catalogue.load(directory).require("labels");
    BoundQuery all = open.bind(Map.of("since", "2020-09-27", "actor", "all"));
    assertThat(all.terms().get(Var.alloc("actor"))).hasToString("\"all\"");
    all.requireThings(dataset.asDatasetGraph(), name -> List.of());
    BoundQuery nobody = open.bind(Map.of("since", "2020-09-27", "actor", "nobody"));
    assertThatThrownBy(() -> nobody.requireThings(dataset.asDatasetGraph(), name -> List.of()))
        .hasMessageEndingWith("that is in the data, not \"nobody\"");
  }

  @Test
  void rowsThatTheQueryLeavesInNoOrderComeInThatOfTheirCells() {
    CatalogueFiles.write(
        directory,
        "tied.rq",
        """
        #+ title: Tied
        #+ question: In which order do rows come that are alike?
        #+ why: To show it.
        #+ columns:
        #+   - a: One.
        #+   - b: Two.
        SELECT ?a ?b { VALUES (?a ?b) { (2 3) (1 2) (2 1) (1 9) (2 2) } BIND(0 AS ?same) }
        ORDER BY ?same DESC(?a)
        """);
    ResultTable table = Catalogue.load(directory).require("tied").bind(Map.of()).execute(dataset);
    assertThat(ResultRendering.CSV.render(table))
        .isEqualTo("a,b\r\n2,1\r\n2,2\r\n2,3\r\n1,2\r\n1,9\r\n");
    assertThat(ResultRendering.CSV.render(table.page(1, 2))).isEqualTo("a,b\r\n2,2\r\n2,3\r\n");
    assertThat(ResultRendering.CSV.render(table.page(4, 2))).isEqualTo("a,b\r\n1,9\r\n");
    assertThat(table.page(9, Integer.MAX_VALUE).rows()).isEmpty();
  }

  @Test
  void dataSetsThatWereNotImportedAreNamed() {
    CatalogueFiles.write(
        directory,
        "labels.rq",
        CatalogueFiles.LABELS.replace("#+ keywords", "#+ datasets: [atop-4.01]\n#+ keywords"));
    CatalogueQuery query = Catalogue.load(directory).require("labels");
    assertThat(query.missingDatasets(dataset.asDatasetGraph()))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("not imported here: atop-4.01"));
    RDFParser.create()
        .fromString(
            "<https://w3id.org/casus/graph/dataset/atop-4.01> { <https://example.org/a> <https://example.org/b> 1 }")
        .lang(Lang.TRIG)
        .parse(dataset);
    assertThat(query.missingDatasets(dataset.asDatasetGraph())).isEmpty();
  }

  @Test
  void allMistakesComeAtOnce() {
    assertThatThrownBy(() -> labels.bind(Map.of("least", "x", "nope", "1")))
        .hasMessageContaining("no parameter nope")
        .hasMessageContaining("needs a value for since: a date such as 2020-09-27")
        .hasMessageContaining("must be a whole number");
  }

  @Test
  void valueCannotChangeTheQuery() {
    String attack = "peace\") } ; DROP ALL #";
    CatalogueFiles.write(
        directory, "labels.rq", CatalogueFiles.LABELS.replace("#+     values: [peace, war]\n", ""));
    CatalogueQuery open = Catalogue.load(directory).require("labels");
    assertThat(open.bind(Map.of("since", "2020-09-27", "word", attack)).execute(dataset).rows())
        .isEmpty();
    assertThat(open.bind(Map.of("since", "2020-09-27", "word", "peace")).execute(dataset).rows())
        .hasSize(1);
  }

  @Test
  void textHasTheValuesAndNoHeader() {
    assertThat(labels.bind(Map.of("since", "2020-09-27")).sparql())
        .isEqualTo(
            """
            PREFIX : <https://example.org/>
            SELECT ?label ?day
            WHERE {
              GRAPH :g { <https://w3id.org/casus/id/actor/russia> :label ?label ; :day ?day ; :number ?number . }
              FILTER(?day >= "2020-09-27"^^<http://www.w3.org/2001/XMLSchema#date> && CONTAINS(?label, "peace") && ?number >= 10)
            }
            ORDER BY ?label
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Where a question mark is no variable, nothing is replaced.
        "{ ?t a ?x } # why ?x          | { ?t a \"v\" } # why ?x",
        "{ ?t a <urn:a:b?x> , ?x }     | { ?t a <urn:a:b?x> , \"v\" }",
        "{ ?t a '?x' , \"?x\" , ?x }     | { ?t a '?x' , \"?x\" , \"v\" }",
        "{ ?t a '\\'?x' , ?x }           | { ?t a '\\'?x' , \"v\" }",
        "{ ?t a '''?x'?x''?x''' , $x }   | { ?t a '''?x'?x''?x''' , \"v\" }",
        "{ ?t a ?x2 , ?x }             | { ?t a ?x2 , \"v\" }",
        "{ ?t <urn:p>?/<urn:q> ?x }    | { ?t <urn:p>?/<urn:q> \"v\" }",
        "{ ?t ?p ?n FILTER(?n<?x) }    | { ?t ?p ?n FILTER(?n<\"v\") }",
      })
  void onlyTheVariableIsReplacedInTheText(String found, String replaced) {
    assertThat(oneParameter(found).bind(Map.of("x", "v")).sparql())
        .isEqualTo("SELECT ?t " + replaced + "\nORDER BY ?t\n");
  }

  @Test
  void textIsWrittenAnewWhereAValueCannotStandForTheVariable() {
    CatalogueQuery query = oneParameter("{ { SELECT ?t ?x { ?t a ?x } } }");
    String text = query.bind(Map.of("x", "v")).sparql();
    assertThat(text).contains("(\"v\" AS ?x)").doesNotContain("a  ?x");
    assertThat(QueryFactory.create(text).getResultVars()).containsExactly("t");
  }

  private static CatalogueQuery oneParameter(String pattern) {
    return Catalogue.of(Map.of("things", THINGS.formatted(pattern))).require("things");
  }

  /** A block goes wherever it stands, and nothing else does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ VALUES ?x { \"d\" } ?t a ?x }                         | { ?t a \"v\" }",
        "{ ?t a ?x values $x{\"d\"} }                            | { ?t a \"v\" }",
        "{ ?t a ?x VALUES ?x { \"d\" } FILTER EXISTS { VALUES ?x { \"d\" } ?t ?p ?x } } "
            + "| { ?t a \"v\" FILTER EXISTS { ?t ?p \"v\" } }",
        "{ VALUES ?x { \"d\" } VALUES ?y { \"d\" } ?t a ?x }      | { VALUES ?y { \"d\" } ?t a \"v\" }",
        "{ VALUES ?x { \"d\" } ?t a ?x , '# VALUES ?y { 1 }' }  | { ?t a \"v\" , '# VALUES ?y { 1 }' }",
      })
  void noDefaultIsLeft(String found, String replaced) {
    String text = THINGS.formatted(found).replace("#+     desc", "#+     default: d\n#+     desc");
    CatalogueQuery query = Catalogue.of(Map.of("things", text)).require("things");
    assertThat(query.bind(Map.of("x", "v")).sparql().replaceAll(" +", " "))
        .isEqualTo("SELECT ?t " + replaced + "\nORDER BY ?t\n");
  }

  @Test
  void rendersForPeopleProgramsAndSpreadsheets() {
    ResultTable table = answer(Map.of("since", "2020-09-27"));
    assertThat(ResultRendering.CSV.render(table))
        .isEqualTo("label,day\r\n\"peace, first\",2020-10-10\r\n");
    assertThat(ResultRendering.TABLE.render(table))
        .isEqualTo(
            """
            label         day
            ------------  ----------
            peace, first  2020-10-10
            1 row
            """);
    assertThat(ResultRendering.JSON.render(table))
        .contains("\"vars\":[\"label\",\"day\"]")
        .contains("http://www.w3.org/2001/XMLSchema#date");
    assertThat(ResultRendering.TSV.render(table))
        .isEqualTo(
            "?label\t?day\n"
                + "\"peace, first\"\t\"2020-10-10\"^^<http://www.w3.org/2001/XMLSchema#date>\n");
    assertThat(ResultRendering.XML.render(table))
        .contains("http://www.w3.org/2005/sparql-results#", "<literal>peace, first</literal>");
    assertThat(ResultRendering.of("csv")).contains(ResultRendering.CSV);
    assertThat(ResultRendering.of("xls")).isEmpty();
  }

  @Test
  void tableShortensIrisWrapsLongTextAndLeavesUnboundCellsEmpty() {
    CatalogueFiles.write(
        directory,
        "wide.rq",
        """
        #+ title: Wide
        #+ question: How is a wide answer laid out?
        #+ why: To show it.
        #+ columns:
        #+   - a: One.
        #+   - b: Two.
        #+   - c: Three.
        PREFIX : <https://example.org/>
        SELECT ?a ?b ?c
        { VALUES (?a ?b ?c) {
          (:thing "one two three four five six seven eight nine ten eleven twelve" UNDEF)
          (<urn:x:y> "Məmmədyarov" 1) } }
        ORDER BY ?a
        """);
    ResultTable table = Catalogue.load(directory).require("wide").bind(Map.of()).execute(dataset);
    assertThat(ResultRendering.TABLE.render(table))
        .isEqualTo(
            """
            a          b                                                 c
            ---------  ------------------------------------------------  -
            :thing     one two three four five six seven eight nine ten
                       eleven twelve
            <urn:x:y>  Məmmədyarov                                       1
            2 rows
            """);
  }

  @Test
  void expectedRowsTellWhatIsMissingAndWhatIsTooMuch() throws Exception {
    ResultTable table = answer(Map.of("since", "2020-09-27"));
    Path file = ExpectedRows.file(directory, "labels");
    ExpectedRows.record(table, file);
    assertThat(file).hasContent("label,day\n\"peace, first\",2020-10-10\n");
    assertThat(ExpectedRows.read(file).compare(table).matches()).isTrue();

    Files.writeString(file, "label,date\nlost,2020-01-01\nlost,2020-01-01\n");
    ExpectedRows.Comparison comparison = ExpectedRows.read(file).compare(table);
    assertThat(comparison.matches()).isFalse();
    assertThat(comparison.missing()).hasSize(2);
    assertThat(comparison.surplus()).isEqualTo(List.of(List.of("peace, first", "2020-10-10")));
    assertThat(comparison.describe())
        .isEqualTo(
            """
            columns: expected label,date, got label,day
            missing: lost | 2020-01-01
            missing: lost | 2020-01-01
            surplus: peace, first | 2020-10-10
            """);
  }
}
