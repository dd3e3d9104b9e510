package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References between tables, and that one fault is told once. */
class ReferenceTest {

  private static final String ACTORS = "actors/actors.csv";
  private static final String OFFICES = "actors/offices.csv";
  private static final String EVENTS = "events/events.csv";
  private static final String NOTES = "notes/curatorial-notes.csv";

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data =
        DataDirectory.in(directory)
            .rows(
                ACTORS,
                """
                government-of-russia,state-institution,Government,,russia,,,single,atlas-2020,p 1,,
                russia,state,Russia,,,,,single,atlas-2020,p 1,,
                """)
            .rows(
                OFFICES,
                """
                president,President,russia,government-of-russia,single,atlas-2020,p 1,atlas-2020,
                """)
            .rows(
                NOTES,
                """
                a-note,misprint,actor/russia;source/atlas-2020,Gist.,Reading.,atlas-2020,p 1
                """);
    assertThat(data.told()).isEmpty();
  }

  @Test
  void unknownId() {
    data.rows(OFFICES, "president,President,rusia,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.REFERENCE_UNKNOWN, OFFICES, 2, "of", "rusia"));
    assertThat(data.problems().get(0).expectation()).contains(ACTORS);
    assertThat(data.problems().get(0).cure()).contains("“russia”");
  }

  @Test
  void unknownIdThatResemblesNone() {
    data.rows(OFFICES, "president,President,atlantis,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.REFERENCE_UNKNOWN, OFFICES, 2, "of", "atlantis"));
    assertThat(data.problems().get(0).cure()).contains("add the missing record");
  }

  @Test
  void unknownItemsOfAList() {
    data.rows("places/places.csv", "shusha,settlement,Shusha,,,,,,single,atlas-2020,p 1,,\n")
        .rows(EVENTS, "war,war,War,,,lost;shusha;sunken,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.REFERENCE_UNKNOWN, EVENTS, 2, "places", "lost"),
            told(Rule.REFERENCE_UNKNOWN, EVENTS, 2, "places", "sunken"));
  }

  @Test
  void unknownWork() {
    data.rows(OFFICES, "president,President,russia,,single,atlas-2021,p 1,nothing,\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.REFERENCE_UNKNOWN, OFFICES, 2, "corroborated_by", "nothing"),
            told(Rule.REFERENCE_UNKNOWN, OFFICES, 2, "source", "atlas-2021"));
    assertThat(data.problems().get(1).cure()).contains("“atlas-2020”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor/nobody", "nothing/russia", "office/russia"})
  void unknownRecordOfAnyKind(String about) {
    data.rows(NOTES, "a-note,misprint," + about + ",Gist.,Reading.,atlas-2020,p 1\n");
    assertThat(data.told()).containsExactly(told(Rule.REFERENCE_UNKNOWN, NOTES, 2, "about", about));
    assertThat(data.problems().get(0).expectation()).contains("actor/russia");
  }

  @ParameterizedTest
  @ValueSource(strings = {"russia", "/russia", "actor/", "actor/russia/moscow", "Actor/russia"})
  void malformedRecordOfAnyKind(String about) {
    data.rows(NOTES, "a-note,misprint," + about + ",Gist.,Reading.,atlas-2020,p 1\n");
    assertThat(data.told()).containsExactly(told(Rule.CELL_MALFORMED, NOTES, 2, "about", about));
  }

  @Test
  void reverseOrderOfRowsIsAccepted() {
    data.rows(
        EVENTS,
        """
        battle,clash,Battle,,,,war,,single,atlas-2020,p 1,,
        war,war,War,,,,,,single,atlas-2020,p 1,,
        """);
    assertThat(data.told()).isEmpty();
  }

  @Test
  void rowThatFailsItsOwnCheckCanBeReferredTo() {
    data.replaced(ACTORS, "russia,state,", "russia,stat,");
    assertThat(data.told()).containsExactly(told(Rule.CODE_UNKNOWN, ACTORS, 3, "kind", "stat"));
  }

  @Test
  void rowWithTooFewCellsCanBeReferredTo() {
    data.replaced(ACTORS, "russia,state,Russia,,,,,", "russia,state,Russia,,,,");
    assertThat(data.told()).containsExactly(told(Rule.ROW_TOO_SHORT, ACTORS, 3, "", "11 cells"));
  }

  @Test
  void rowWithTooManyCellsCanBeReferredTo() {
    data.replaced(ACTORS, "russia,state,Russia,", "russia,state,Russia, the,");
    assertThat(data.told()).containsExactly(told(Rule.ROW_TOO_LONG, ACTORS, 3, "", "13 cells"));
  }

  @Test
  void workThatFailsItsOwnCheckCanBeReferredTo() {
    data.replaced(SourceReader.BIBLIOGRAPHY, "{book}", "{bok}");
    assertThat(data.told())
        .containsExactly(told(Rule.CODE_UNKNOWN, SourceReader.BIBLIOGRAPHY, 1, "", "bok"));
  }

  @Test
  void referencesToAnUnreadableTableAreNotReported() {
    data.file(ACTORS, "identity\n").rows(NOTES, "");
    assertThat(data.told())
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told.file()).isEqualTo(ACTORS));
  }

  @Test
  void referencesToAMissingTableAreNotReported() {
    data.without(ACTORS).rows(NOTES, "");
    assertThat(data.told()).containsExactly(told(Rule.FILE_MISSING, ACTORS, 0, "", ""));
  }

  @Test
  void referencesOfAnyKindToAnUnreadableTableAreNotReported() {
    data.without(ACTORS).rows(OFFICES, "");
    assertThat(data.told()).containsExactly(told(Rule.FILE_MISSING, ACTORS, 0, "", ""));
  }

  @Test
  void referencesToAnUnreadableBibliographyAreNotReported() {
    data.file(
        SourceReader.BIBLIOGRAPHY,
        DataDirectory.ONE_WORK.replace("Doe", "Dö").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(data.told())
        .containsExactly(told(Rule.FILE_NOT_UTF8, SourceReader.BIBLIOGRAPHY, 2, "", "byte 0xF6"));
  }

  @Test
  void referencesToAMissingBibliographyAreNotReported() {
    data.without(SourceReader.BIBLIOGRAPHY);
    assertThat(data.told())
        .containsExactly(told(Rule.FILE_MISSING, SourceReader.BIBLIOGRAPHY, 0, "", ""));
  }

  @Test
  void problemsOfSeveralTablesComeOutInOneRunInOrder() {
    data.replaced(ACTORS, "russia,state,", "russia,stat,")
        .rows(
            OFFICES,
            """
            chief,,russia,,single,atlas-2020,p 1,,
            president,President,rusia,,sngle,atlas-2020,p 1,,
            scribe,Scribe,rusia,,single,atlas-2020,p 1,,
            short
            """)
        .rows(EVENTS, "war,war,War,2020-02-30,,,,,single,atlas-2020,p 1,,\n")
        .without("places/places.csv");
    assertThat(data.told())
        .containsExactly(
            told(Rule.CODE_UNKNOWN, ACTORS, 3, "kind", "stat"),
            told(Rule.CELL_REQUIRED, OFFICES, 2, "label", ""),
            told(Rule.CODE_UNKNOWN, OFFICES, 3, "status", "sngle"),
            told(Rule.REFERENCE_UNKNOWN, OFFICES, 4, "of", "rusia"),
            told(Rule.ROW_TOO_SHORT, OFFICES, 5, "", "1 cell"),
            told(Rule.DATE_IMPOSSIBLE, EVENTS, 2, "start", "2020-02-30"),
            told(Rule.FILE_MISSING, "places/places.csv", 0, "", ""));
  }

  @Test
  void rowsThatPassAreReadDespiteOthersThatDoNot() {
    data.rows(
        OFFICES,
        """
        chief,,russia,,single,atlas-2020,p 1,,
        president,President,russia,,single,atlas-2020,p 1,,
        """);
    Problems problems = new Problems();
    CuratedData read = data.read(problems);
    assertThat(problems.sorted()).hasSize(1);
    assertThat(
            read.tables().stream()
                .filter(table -> table.metadata().table().equals(OFFICES))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.value().id()))
        .containsExactly("president");
  }
}
