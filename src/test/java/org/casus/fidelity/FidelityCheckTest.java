package org.casus.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.testing.WrittenTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows against the text of a small article. */
class FidelityCheckTest {

  private static final String STATEMENTS = "statements/statements.csv";

  @TempDir Path directory;
  private Articles articles;

  @BeforeEach
  void article() throws IOException {
    Files.writeString(
        directory.resolve("doe-2021.paragraphs.jsonl"),
        """
        {"locator": "§1 ¶1", "section": "Intro", "text": "On October 10, 2020 he called the *long* truce “a good – and fair – step” (Roe 2020), which the parties’ envoys didn't welcome at all.¹"}
        {"locator": "§1 ¶2", "section": "Intro", "text": "Under the Treaty of Friendship and Mutual Aid of 1997 each side owes the other help at once and without delay in 2011–13."}
        {"locator": "§1 ¶3", "section": "Intro", "text": "We offered many ways out. Nobody took them. (Roe 2020)"}
        {"locator": "ref 1", "section": "References", "text": "Roe, R. 2020. “Talks on the Truce.” October 12, 2020."}
        """);
    articles = Articles.read(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a good - and fair - step", "a good – and fair", "fair"})
  void aQuoteThatIsPrintedAsOnePasses(String quote) {
    assertThat(check(statement("quote", quote))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a bad step|§1 ¶1|QUOTE_ABSENT",
        "A good|§1 ¶1|QUOTE_ABSENT",
        "a good|§1 ¶2|QUOTE_ABSENT",
        "long truce|§1 ¶1|QUOTE_UNMARKED",
        "didn't welcome|§1 ¶1|QUOTE_UNMARKED"
      })
  void otherQuotesAreTold(String quote, String locator, String rule) {
    List<Problem> found =
        check(
            new WrittenTables()
                .row(
                    STATEMENTS,
                    "statement",
                    "id",
                    "a",
                    "source",
                    "doe-2021",
                    "locator",
                    locator,
                    "quote",
                    quote));

    assertThat(found).extracting(Problem::rule).containsExactly(rule);
    assertThat(found.get(0).location().toString()).isEqualTo(STATEMENTS + ":2 [quote]");
  }

  @Test
  void aBlockQuotationIsAQuotation() {
    assertThat(check(statementAt("§1 ¶3", "quote", "Nobody took them"))).isEmpty();
  }

  @Test
  void aQuoteHasTwelveWordsAtMost() {
    assertThat(check(statement("quote", "a b c d e f g h i j k l m")))
        .extracting(Problem::rule)
        .contains("QUOTE_TOO_LONG");
  }

  @Test
  void aWorkIsCitedInAPassageOrItsEntryIsNamed() {
    assertThat(check(citing("§1 ¶1"))).isEmpty();
    assertThat(check(citing("§1 ¶2;ref 1"))).isEmpty();
    assertThat(check(citing("§1 ¶2")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.expectation()).contains("§1 ¶1, ref 1"))
        .extracting(Problem::rule)
        .isEqualTo("CITATION_ABSENT");
  }

  @Test
  void sourcesOnWhichEvidenceRestsAreCited() {
    WrittenTables tables =
        new WrittenTables()
            .row(
                "theory/evidence.csv",
                "evidence",
                "id",
                "e",
                "source",
                "doe-2021",
                "locator",
                "§1 ¶1",
                "rests_on",
                "event/war;source/poe-1999");

    assertThat(check(tables)).extracting(Problem::value).containsExactly("poe-1999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-10-10", "2020-10", "2020", "2020~"})
  void aDateOfThePassagePasses(String date) {
    assertThat(check(statement("date", date))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-10-11", "2020-11", "2019", "2020-10-10/2020-10-12"})
  void anotherDateIsTold(String date) {
    assertThat(check(statement("date", date)))
        .extracting(Problem::rule)
        .containsExactly("DATE_ABSENT");
  }

  @Test
  void aDateOfTheReferenceCitedPasses() {
    assertThat(check(citing("§1 ¶1", "date", "2020-10-12", "date_basis", "stated"))).isEmpty();
    assertThat(check(citing("§1 ¶1", "date", "2020-12-01", "date_basis", "reference"))).isEmpty();
    assertThat(check(citing("§1 ¶1", "date", "2020-12-01", "date_basis", "stated"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"date_basis,implied", "date_basis,reference-fact", "status,memory-only"})
  void aDateThatIsSaidToComeFromElsewherePasses(String column, String code) {
    assertThat(check(statement("date", "1999", column, code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2019-05-01,0", "2019-05,0", "2019,0", "2019-05-02,1", "2018,1"})
  void aDateOfARecordConcernedPasses(String date, int problems) {
    WrittenTables tables =
        statement("date", date, "about", "event/war")
            .row("events/events.csv", "event", "id", "war", "start", "2019-05-01", "end", "..");

    assertThat(check(tables)).hasSize(problems);
  }

  @Test
  void eightWordsInARowAreTheArticles() {
    assertThat(check(statement("gist", "They say each side owes the other help at once and more.")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("WORDS_SHARED");
              assertThat(problem.value()).isEqualTo("each side owes the other help at once and");
              assertThat(problem.expectation()).contains("doe-2021", "§1 ¶2");
            });
    assertThat(check(statement("gist", "Each side owes the other help at last."))).isEmpty();
  }

  @Test
  void wordsOfNamesDoNotCount() {
    String gist = "Under the Treaty of Friendship and Mutual Aid of 1997 each helps.";
    WrittenTables unknown = statement("gist", gist);
    WrittenTables known =
        statement("gist", gist)
            .row(
                "agreements/agreements.csv",
                "agreement",
                "id",
                "t",
                "kind",
                "treaty",
                "label",
                "Treaty of Friendship and Mutual Aid",
                "source",
                "other");

    assertThat(check(unknown)).hasSize(1);
    assertThat(check(known)).isEmpty();
  }

  @Test
  void anExceptionIsNeededOrTold() {
    assertThat(check(excepted(statement("date", "1999"), "date"))).isEmpty();
    assertThat(check(excepted(statement("date", "2020"), "date")))
        .extracting(Problem::rule, problem -> problem.location().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "EXCEPTION_UNNEEDED", FidelityCheck.EXCEPTIONS + ":2 [record]"));
    assertThat(check(excepted(statement("date", "1999"), "quote"))).hasSize(2);
  }

  @Test
  void rowsOfOtherSourcesAreOnlyCheckedForOriginality() {
    WrittenTables tables =
        new WrittenTables()
            .row(
                STATEMENTS,
                "statement",
                "id",
                "a",
                "source",
                "other",
                "locator",
                "p. 1",
                "date",
                "1999",
                "note",
                "each side owes the other help at once and without");

    assertThat(check(tables)).extracting(Problem::rule).containsExactly("WORDS_SHARED");
  }

  private static WrittenTables statement(String... cells) {
    return statementAt("§1 ¶1", cells);
  }

  private static WrittenTables statementAt(String locator, String... cells) {
    return add(new WrittenTables(), locator, cells);
  }

  private static WrittenTables citing(String locator, String... cells) {
    String[] all = java.util.Arrays.copyOf(cells, cells.length + 2);
    all[cells.length] = "primary_sources";
    all[cells.length + 1] = "roe-2020";
    return add(new WrittenTables(), locator, all)
        .work("roe-2020", "Talks on the Truce", "2020-12-01")
        .row(
            "citations/citations.csv",
            "citation",
            "id",
            "c",
            "cited",
            "roe-2020",
            "reference",
            "ref 1",
            "source",
            "doe-2021",
            "locator",
            "§1 ¶1");
  }

  private static WrittenTables add(WrittenTables tables, String locator, String... cells) {
    String[] all = java.util.Arrays.copyOf(cells, cells.length + 6);
    System.arraycopy(
        new String[] {"id", "a", "source", "doe-2021", "locator", locator},
        0,
        all,
        cells.length,
        6);
    return tables.row(STATEMENTS, "statement", all);
  }

  private static WrittenTables excepted(WrittenTables tables, String check) {
    return tables.row(
        FidelityCheck.EXCEPTIONS,
        "fidelity-exception",
        "id",
        "x",
        "record",
        "statement/a",
        "check",
        check,
        "reason",
        "It is so.",
        "source",
        "doe-2021",
        "locator",
        "§1 ¶1");
  }

  private List<Problem> check(WrittenTables tables) {
    Problems problems = new Problems();
    new FidelityCheck(tables.data(), articles).run(problems);
    return problems.sorted();
  }
}
