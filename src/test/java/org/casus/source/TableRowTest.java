package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import java.nio.file.Path;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and cells that break the contract of their table. */
class TableRowTest {

  private static final String ACTORS = "actors/actors.csv";
  private static final String OFFICES = "actors/offices.csv";
  private static final String TENURES = "actors/tenures.csv";
  private static final String AGREEMENTS = "agreements/agreements.csv";
  private static final String EVENTS = "events/events.csv";
  private static final String PLACES = "places/places.csv";
  private static final String STATEMENTS = "statements/statements.csv";

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data =
        DataDirectory.in(directory)
            .rows(
                ACTORS,
                """
                russia,state,Russia,,,,,single,atlas-2020,p 1,,
                vladimir-putin,person,Vladimir Putin,,,,,single,atlas-2020,p 1,,
                """)
            .rows(
                OFFICES,
                """
                president-of-russia,President of Russia,russia,,single,atlas-2020,p 1,,
                """);
    assertThat(data.told()).isEmpty();
  }

  @Test
  void rowWithTooFewCells() {
    data.rows(OFFICES, "speaker,Speaker,russia,,single,atlas-2020,p 1,\n");
    assertThat(data.told()).containsExactly(told(Rule.ROW_TOO_SHORT, OFFICES, 2, "", "8 cells"));
    assertThat(data.problems().get(0).expectation()).startsWith("9 cells");
  }

  @Test
  void emptyLine() {
    data.rows(OFFICES, "\nspeaker,Speaker,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).containsExactly(told(Rule.ROW_TOO_SHORT, OFFICES, 2, "", "1 cell"));
    assertThat(data.problems().get(0).cure()).contains("remove the line if it is empty");
  }

  @Test
  void rowWithTooManyCells() {
    data.rows(OFFICES, "speaker,Speaker, Duma,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).containsExactly(told(Rule.ROW_TOO_LONG, OFFICES, 2, "", "10 cells"));
    assertThat(data.problems().get(0).cure()).contains("comma");
  }

  @Test
  void duplicateId() {
    data.rows(
        OFFICES,
        """
        speaker,Speaker,russia,,single,atlas-2020,p 1,,
        minister,Minister,russia,,single,atlas-2020,p 1,,
        speaker,Speaker of the Duma,russia,,single,atlas-2020,p 1,,
        """);
    assertThat(data.told()).containsExactly(told(Rule.KEY_REPEATED, OFFICES, 4, "id", "speaker"));
    assertThat(data.problems().get(0).expectation()).contains("line 2");
  }

  @Test
  void sameIdInTwoTablesIsAccepted() {
    data.rows(OFFICES, "russia,Office of Russia,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).isEmpty();
  }

  @Test
  void requiredCellThatIsEmpty() {
    data.rows(OFFICES, "speaker,,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).containsExactly(told(Rule.CELL_REQUIRED, OFFICES, 2, "label", ""));
  }

  @Test
  void requiredListThatIsEmpty() {
    data.rows(OFFICES, "speaker,Speaker,russia,,single,atlas-2020,,,\n");
    assertThat(data.told()).containsExactly(told(Rule.CELL_REQUIRED, OFFICES, 2, "locator", ""));
  }

  @Test
  void severalRowsWithoutAnIdAreEachToldOnce() {
    data.rows(
        OFFICES,
        """
        ,Speaker,russia,,single,atlas-2020,p 1,,
        ,Minister,russia,,single,atlas-2020,p 1,,
        """);
    assertThat(data.told())
        .containsExactly(
            told(Rule.CELL_REQUIRED, OFFICES, 2, "id", ""),
            told(Rule.CELL_REQUIRED, OFFICES, 3, "id", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {" Speaker", "Speaker ", "Speaker  of the Duma", " ", "\u2003Speaker"})
  void blanksAtTheEndsOrInARow(String label) {
    data.rows(OFFICES, "speaker," + label + ",russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_WHITE_SPACE, OFFICES, 2, "label", label));
  }

  @Test
  void tabAtTheEnd() {
    data.rows(OFFICES, "speaker,Speaker\t,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_WHITE_SPACE, OFFICES, 2, "label", "Speaker "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p 1;;p 2", ";p 1", "p 1;", "p 1; p 2", "p 1;p 1", ";"})
  void malformedList(String locator) {
    data.rows(OFFICES, "speaker,Speaker,russia,,single,atlas-2020," + locator + ",,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_LIST_MALFORMED, OFFICES, 2, "locator", locator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Speaker", "speaker-", "speaker--duma", "spéaker", "speaker/duma"})
  void malformedSlug(String id) {
    data.rows(OFFICES, id + ",Speaker,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).containsExactly(told(Rule.CELL_MALFORMED, OFFICES, 2, "id", id));
    assertThat(data.problems().get(0).cure()).contains("lower-case");
  }

  @Test
  void unknownCode() {
    data.rows(OFFICES, "speaker,Speaker,russia,,hearsay,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CODE_UNKNOWN, OFFICES, 2, "status", "hearsay"));
    assertThat(data.problems().get(0).expectation()).contains("single", "verified");
    assertThat(data.problems().get(0).cure()).contains("ontology");
  }

  @Test
  void misspeltCode() {
    data.rows(OFFICES, "speaker,Speaker,russia,,verifed,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CODE_UNKNOWN, OFFICES, 2, "status", "verifed"));
    assertThat(data.problems().get(0).cure()).contains("“verified”");
  }

  @Test
  void codeOfAClassOfAnotherTree() {
    data.rows(ACTORS, "russia,treaty,Russia,,,,,single,atlas-2020,p 1,,\n").rows(OFFICES, "");
    assertThat(data.told()).containsExactly(told(Rule.CODE_UNKNOWN, ACTORS, 2, "kind", "treaty"));
    assertThat(data.problems().get(0).expectation()).contains("de-facto-entity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "0", "False"})
  void malformedBoolean(String acting) {
    data.rows(
        TENURES,
        "putin,vladimir-putin,president-of-russia,,,%s,single,atlas-2020,p 1,,\n"
            .formatted(acting));
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_MALFORMED, TENURES, 2, "acting", acting));
    assertThat(data.problems().get(0).expectation()).isEqualTo("true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "365.0", "+365", "0365", "12345678901", "three", "٣٦٥"})
  void malformedInteger(String code) {
    data.rows(ACTORS, "russia,state,Russia,,,,%s,single,atlas-2020,p 1,,\n".formatted(code));
    assertThat(data.told()).containsExactly(told(Rule.CELL_MALFORMED, ACTORS, 2, "cow_code", code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "39.76 46.75",
        "\"POINT(46.75, 39.76)\"",
        "POINT(39.76 146.75)",
        "POINT(181 0)",
        "Point(46.75 39.76)",
        "POINT (46.75 39.76)"
      })
  void malformedPoint(String point) {
    data.rows(PLACES, "shusha,settlement,Shusha,,,,%s,,single,atlas-2020,p 1,,\n".formatted(point));
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_MALFORMED, PLACES, 2, "point", point.replace("\"", "")));
    assertThat(data.problems().get(0).expectation()).contains("longitude first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-02-30", "2021-02-29", "2020-13", "2020-00-10", "2020-04-31?"})
  void impossibleDate(String start) {
    data.rows(EVENTS, "war,war,War,%s,,,,,single,atlas-2020,p 1,,\n".formatted(start));
    assertThat(data.told()).containsExactly(told(Rule.DATE_IMPOSSIBLE, EVENTS, 2, "start", start));
    assertThat(data.problems().get(0).expectation()).isEqualTo("a day that exists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "27.09.2020",
        "09/27/2020",
        "2020-9-27",
        "20200927",
        "20-09-27",
        "2020-09-27T10:00:00",
        "September 2020",
        "2020/..",
        "202X",
        "...",
        "/2020",
        "2020/"
      })
  void malformedDate(String start) {
    data.rows(EVENTS, "war,war,War,%s,,,,,single,atlas-2020,p 1,,\n".formatted(start));
    assertThat(data.told()).containsExactly(told(Rule.DATE_MALFORMED, EVENTS, 2, "start", start));
    assertThat(data.problems().get(0).expectation()).contains("2020-09-27");
  }

  @Test
  void endBeforeStart() {
    data.rows(EVENTS, "war,war,War,2020-11-10,2020-09-27,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.DATES_REVERSED, EVENTS, 2, "end", "2020-09-27"));
    assertThat(data.problems().get(0).expectation()).contains("“start”", "2020-11-10");
  }

  @Test
  void endThatMayBeTheDayOfTheStartIsAccepted() {
    data.rows(
        EVENTS,
        """
        a-war,war,A war,2020-11-10,2020-11,,,,single,atlas-2020,p 1,,
        b-war,war,B war,2020,2020-01,,,,single,atlas-2020,p 1,,
        c-war,war,C war,2020-11-10,2020-11-10,,,,single,atlas-2020,p 1,,
        d-war,war,D war,2020-11-10,..,,,,single,atlas-2020,p 1,,
        e-war,war,E war,,2020-11-10,,,,single,atlas-2020,p 1,,
        """);
    assertThat(data.told()).isEmpty();
  }

  @Test
  void inForceBeforeItWasSigned() {
    data.rows(
        AGREEMENTS, "pact,treaty,Pact,1992-05-15,,1991-05-15,,,,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.DATES_REVERSED, AGREEMENTS, 2, "in_force", "1991-05-15"));
    assertThat(data.problems().get(0).expectation()).contains("“signed”", "1992-05-15");
  }

  @Test
  void endedBeforeItWasInForce() {
    data.rows(
        AGREEMENTS, "pact,treaty,Pact,1992-05-15,,1994-04-20,1993,,,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.DATES_REVERSED, AGREEMENTS, 2, "ended", "1993"));
  }

  @Test
  void reversedInterval() {
    data.rows(
        STATEMENTS,
        """
        words,vladimir-putin,,,2020-11-10/2020-09-27,stated,speech,,,assertive,Something is said.,,,,,,,atlas-2020,p 1,
        """);
    assertThat(data.told())
        .containsExactly(
            told(Rule.DATE_IMPOSSIBLE, STATEMENTS, 2, "date", "2020-11-10/2020-09-27"));
    assertThat(data.problems().get(0).expectation()).contains("interval");
  }

  @Test
  void longValuesAreShortenedInTheMessage() {
    data.rows(OFFICES, "x".repeat(500) + "!,Speaker,russia,,single,atlas-2020,p 1,,\n");
    assertThat(data.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.value()).isEqualTo("x".repeat(120) + "…"));
  }

  @Test
  void everyFaultOfARowIsTold() {
    data.rows(EVENTS, "War,wars,War,2020-02-30,27.9.2020,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.DATE_MALFORMED, EVENTS, 2, "end", "27.9.2020"),
            told(Rule.CELL_MALFORMED, EVENTS, 2, "id", "War"),
            told(Rule.CODE_UNKNOWN, EVENTS, 2, "kind", "wars"),
            told(Rule.DATE_IMPOSSIBLE, EVENTS, 2, "start", "2020-02-30"));
  }
}
