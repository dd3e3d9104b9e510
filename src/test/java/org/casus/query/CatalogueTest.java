package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.query.CatalogueException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final String SMALL =
      """
      #+ title: Things
      #+ question: Which things are there?
      #+ why: To begin with.
      #+ columns:
      #+   - thing: Its IRI.
      SELECT ?thing { ?thing a ?type } ORDER BY ?thing
      """;

  @TempDir Path directory;

  @Test
  void readsEverythingThatTheHeaderSays() {
    CatalogueFiles.write(directory, "labels.rq", CatalogueFiles.LABELS);
    CatalogueFiles.write(directory, "a-first.rq", SMALL);
    CatalogueFiles.write(directory, "README.md", "no query");

    Catalogue catalogue = Catalogue.load(directory);

    assertThat(catalogue.queries())
        .extracting(CatalogueQuery::name)
        .containsExactly("a-first", "labels");
    CatalogueQuery labels = catalogue.require("labels");
    assertThat(labels.title()).isEqualTo("Labels");
    assertThat(labels.question()).isEqualTo("What is called like this, on a day?");
    assertThat(labels.why()).isEqualTo("To show how a query is written.");
    assertThat(labels.keywords()).containsExactly("names", "days");
    assertThat(labels.columns())
        .containsExactly(
            new ResultColumn("label", "What it is called."), new ResultColumn("day", "When."));
    assertThat(labels.parameters()).hasSize(5);
    assertThat(labels.parameters().get(0))
        .isEqualTo(
            new Parameter(
                "actor",
                ParameterType.SLUG,
                Optional.of("actor"),
                Optional.of("russia"),
                "Who.",
                List.of(),
                List.of()));
    assertThat(labels.parameters().get(1).defaultValue()).isEmpty();
    assertThat(labels.parameters().get(3).values()).containsExactly("peace", "war");
    assertThat(labels.sparql()).startsWith("#+ title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "federated/x.rq | #+ asks: wikidata | <https://query.wikidata.org/sparql> |",
        "federated/x.rq | #+ asks: wikidata | <https://example.org/> | must have SERVICE <https://query.wikidata.org/sparql>",
        "federated/x.rq | #+ asks: wikidata | ?type | found ?type",
        "federated/x.rq | #+ asks: wikidata | SILENT <https://query.wikidata.org/sparql> | as nothing found",
        "federated/x.rq | #+ asks: nobody | <https://query.wikidata.org/sparql> | unknown service \"nobody\"; there are wikidata",
        "federated/x.rq | #+ runs-at: wikidata | ?casus | needs a parameter casus of the type iri without default",
        "federated/x.rq | #+ keywords: [x] | <https://query.wikidata.org/sparql> | which the header must tell",
        "x.rq | #+ asks: wikidata | <https://query.wikidata.org/sparql> | belongs into the directory federated",
        "x.rq | #+ keywords: [x] | <https://query.wikidata.org/sparql> | which the header must tell",
      })
  void whatGoesBeyondTheDataSaysSoAndStandsApart(
      String file, String header, String service, String message) throws IOException {
    Files.createDirectories(directory.resolve("federated"));
    CatalogueFiles.write(directory, "a-first.rq", SMALL);
    CatalogueFiles.write(
        directory,
        file,
        SMALL
            .replace("#+ columns", header + "\n#+ columns")
            .replace("?thing a ?type", "?thing a ?type SERVICE " + service + " { ?type ?p ?o }"));
    if (message == null) {
      Catalogue catalogue = Catalogue.load(directory);
      assertThat(catalogue.queries()).extracting(CatalogueQuery::name).containsExactly("a-first");
      assertThat(catalogue.federated()).extracting(CatalogueQuery::name).containsExactly("x");
      assertThat(catalogue.require("x").farSide().orElseThrow()).contains("--federate wikidata");
      CatalogueFiles.write(directory, "federated/x.expected.csv", "thing\n");
      message = "is not known beforehand";
    }
    String told = message;
    assertThatThrownBy(() -> Catalogue.load(directory))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining(told);
  }

  @Test
  void unknownQueryListsTheKnownOnes() {
    CatalogueFiles.write(directory, "a-first.rq", SMALL);
    Catalogue catalogue = Catalogue.load(directory);
    assertThat(catalogue.find("second")).isEmpty();
    assertThatThrownBy(() -> catalogue.require("second"))
        .isInstanceOf(QueryUsageException.class)
        .hasMessage("There is no query second; there are: a-first");
  }

  @Test
  void emptyOrMissingDirectoryIsAFault() {
    assertThatThrownBy(() -> Catalogue.load(directory)).hasMessageContaining("no .rq file here");
    assertThatThrownBy(() -> Catalogue.load(directory.resolve("none")))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("cannot read this directory");
  }

  @Test
  void allFaultsOfAllFilesAreReportedWithTheirLines() {
    CatalogueFiles.write(directory, "one.rq", SMALL.replace("title:", "titel:"));
    CatalogueFiles.write(directory, "two.rq", SMALL.replace("- thing:", "- thingy:"));
    CatalogueFiles.write(directory, "three.expected.csv", "thing\n");

    CatalogueException fault =
        catchThrowableOfType(CatalogueException.class, () -> Catalogue.load(directory));

    assertThat(fault.faults())
        .extracting(Fault::toString)
        .containsExactly(
            directory.resolve("one.rq")
                + ":1: unknown header key \"titel\"; there are asks, columns, datasets, keywords,"
                + " parameters, question, runs-at, title, why",
            directory.resolve("one.rq") + ":1: the header lacks \"title\"",
            directory.resolve("three.expected.csv") + ": there is no three.rq beside it",
            directory.resolve("two.rq")
                + ":5: \"columns\" must be the variables of SELECT in their order: thing; found"
                + " thingy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#+ why: To begin with.        |                       | 1 | the header lacks \"why\"",
        "#+ why: To begin with.        | #+ why:               | 3 | \"why\" must be a text",
        "#+ why: To begin with.        | #+ why: [             | * | the header is not valid YAML",
        "#+ why: To begin with.        | #+ title: Again       | 3 | \"title\" is there twice",
        "#+   - thing: Its IRI.        | #+   thing            | 5 | \"columns\" must be a list",
        "#+   - thing: Its IRI.        | #+   - thing          | 5 | a column is written",
        "SELECT ?thing {               | #+ late: yes          | 6 | must stand together",
        "SELECT ?thing {               | SELECT * {            | 0 | instead of SELECT *",
        "SELECT ?thing { ?thing a ?type } ORDER BY ?thing | ASK {} | 0 | must be a SELECT",
        "ORDER BY ?thing               |                       | 0 | must have an ORDER BY",
        "?thing a ?type                | ?thing a              | 6 | is not SPARQL 1.1",
        "?thing a ?type                | LET (?thing := 1)     | 6 | is not SPARQL 1.1",
        "?thing a                      | ?thing a none:        | * | is not SPARQL 1.1",
      })
  void eachFaultIsNamed(String found, String replacement, String line, String message) {
    String text = SMALL.replace(found, replacement == null ? "" : replacement);
    if (found.startsWith("#+ why") && replacement == null) {
      text = SMALL.replace(found + "\n", "");
    }
    if (found.startsWith("SELECT") && "#+ late: yes".equals(replacement)) {
      text = SMALL.replace("ORDER BY", "\n#+ late: yes\nORDER BY");
      line = "7";
    }
    assertFault(text, line, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: slug            | type: word              | 6 | unknown type \"word\"",
        "type: slug            | type: string            | 7 | only a slug has a kind",
        "kind: actor           | kind: Actor!            | 7 | is not a kind such as actor",
        "kind: actor           | sort: actor             | 7 | unknown parameter key \"sort\"",
        "default: russia       | default: Russia         | 8 | default \"Russia\" must be a short"
            + " name",
        "default: 10           | default: ten            | * | must be a whole number such as 10",
        "default: peace        | default: calm           | * | must be one of peace, war",
        "default: https://example.org/g | default: here  | * | must be an IRI such as",
        "values: [peace, war]  | values: peace           | * | \"values\" must be a list",
        "- name: since         | - name: label           | 10 | must not be a column as well",
        "- name: since         | - name: nowhere         | 10 | nowhere does not occur in the"
            + " query",
        "- name: since         | - name: actor           | 10 | actor is there twice",
        "- name: since         | - name: ?since          | 10 | must be named like a variable",
        "?day >= ?since        | true) BIND(1 AS ?since) FILTER(true | 10 | since cannot be given a"
            + " value",
        "- name: least         | - name: limit           | 13 | limit needs another name",
        "kind: actor           | words: [all]            | * | a slug needs \"kind\"",
        "values: [peace, war]  | words: [all]            | * | \"words\" stand beside the things",
        "VALUES ?least { 10 }  | VALUES ?least { 11 }    | 13 | must have its default in the query,"
            + " VALUES ?least { 10 } in each SELECT that speaks of it, so that the file asks the"
            + " same as it stands; found VALUES ?least { 11 }",
        "VALUES ?least { 10 }  | VALUES ?least { 10 11 } | 13 | found VALUES ?least { 10 11 }",
        "VALUES ?least { 10 }  | VALUES (?least ?also) { (10 1) } | 13 | found none",
        "VALUES ?least { 10 }  | { VALUES ?least { 10 } } VALUES ?least { 1 } | 13 | found VALUES"
            + " ?least { 1 10 }",
        "VALUES ?least { 10 }  | VALUES ?since { 1 }     | 10 | since has no default, so the query"
            + " must not give it one; found VALUES ?since { 1 }",
        "description: Who.     | values: []              | 5 | the parameter lacks \"description\"",
      })
  void eachFaultOfAParameterIsNamed(String found, String replacement, String line, String message) {
    assertThat(CatalogueFiles.LABELS).contains(found);
    assertFault(CatalogueFiles.LABELS.replace(found, replacement), line, message);
  }

  @Test
  void fileWithoutHeaderOrWithABadNameIsNamed() {
    assertFault("SELECT ?thing { ?thing a 1 } ORDER BY ?thing", "1", "must begin with its header");
    CatalogueFiles.write(directory, "Two Words.rq", SMALL);
    CatalogueFiles.write(directory, "search.rq", SMALL);
    assertThatThrownBy(() -> Catalogue.load(directory))
        .hasMessageContaining("lower-case letters")
        .hasMessageContaining("a query needs another name than search");
  }

  @Test
  void expectedRowsNeedADefaultForEachParameter() {
    CatalogueFiles.write(directory, "broken.expected.csv", "label,day\n");
    assertFault(
        CatalogueFiles.LABELS, "10", "since needs a default, since there are expected rows");
  }

  private void assertFault(String text, String line, String message) {
    CatalogueFiles.write(directory, "broken.rq", text);
    CatalogueException fault =
        catchThrowableOfType(CatalogueException.class, () -> Catalogue.load(directory));
    assertThat(fault).as("a fault in\n%s", text).isNotNull();
    assertThat(fault.faults())
        .anySatisfy(
            found -> {
              assertThat(found.text()).contains(message);
              if (!line.equals("*")) {
                assertThat(found.line()).isEqualTo(Integer.parseInt(line));
              }
            });
  }
}
