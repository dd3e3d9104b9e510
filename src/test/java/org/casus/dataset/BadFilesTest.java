package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.dataset.ImportedFiles.ALLIANCES_HEADER;
import static org.casus.dataset.ImportedFiles.STATES;
import static org.casus.dataset.ImportedFiles.WARS_HEADER;
import static org.casus.dataset.ImportedFiles.records;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.casus.model.Actor;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told, and nothing of it is stored. */
class BadFilesTest {

  private static final String ROW =
      "7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n";

  @TempDir private Path directory;
  private ImportedFiles files;

  @BeforeEach
  void importStates() {
    files = ImportedFiles.withStates(directory);
  }

  private Problem onlyProblem(String alliances) {
    refuse(alliances);
    return files.problems().sorted().stream()
        .filter(problem -> !problem.rule().equals("ROW_COUNT"))
        .reduce(
            (one, other) -> {
              throw new AssertionError("More than one: " + files.problems().sorted());
            })
        .orElseThrow();
  }

  private void refuse(String alliances) {
    assertThat(files.add(Dataset.COW_ALLIANCES, alliances)).isEmpty();
    assertThat(files.problems().hasErrors()).isTrue();
    assertThat(files.imports().list())
        .extracting(info -> info.dataset())
        .containsExactly("cow-states");
    assertThat(directory.resolve("db/imports/cow-alliances-4.1")).doesNotExist();
  }

  private String told(String row) {
    Problem problem = onlyProblem(ALLIANCES_HEADER + row);
    return problem.rule() + " " + problem.location().line() + " " + problem.location().column();
  }

  @Test
  void a_file_of_another_data_set_is_named() {
    Problem problem = onlyProblem(WARS_HEADER + "1,W,1,200,UK,1\n");

    assertThat(problem.rule()).isEqualTo("FILE_OF_OTHER_DATASET");
    assertThat(problem.expectation()).contains("Formal Alliances", "inter-state wars 4.0");
  }

  @Test
  void states_without_dates_are_no_list_of_states() {
    assertThat(files.add(Dataset.COW_STATES, "StateAbb,CCode,StateNme\rUSA,2,United States\r"))
        .isEmpty();
    assertThat(files.problems().sorted().get(0).expectation()).contains("states2016.csv");
  }

  @Test
  void a_file_of_no_known_kind_is_told_as_such() {
    assertThat(onlyProblem("name,colour\nrose,red\n").rule()).isEqualTo("FILE_UNKNOWN");
  }

  @Test
  void a_missing_column_is_named() {
    Problem problem =
        onlyProblem(
            ALLIANCES_HEADER.replace(",entente", "") + ROW.replace(",0,0,0,4.1", ",0,0,4.1"));

    assertThat(problem.rule()).isEqualTo("COLUMN_MISSING");
    assertThat(problem.location().column()).isEqualTo("entente");
  }

  @Test
  void a_repeated_column_is_an_error() {
    assertThat(onlyProblem("ccode," + ALLIANCES_HEADER + "200," + ROW).rule())
        .isEqualTo("COLUMN_REPEATED");
  }

  @Test
  void further_columns_another_order_and_white_space_in_the_header_are_accepted() {
    String header = "comment, " + ALLIANCES_HEADER.replace("ccode", " CCode ");

    assertThat(files.add(Dataset.COW_ALLIANCES, header + "fine," + ROW)).isPresent();
    assertThat(files.told()).isEmpty();
  }

  @Test
  void a_byte_order_mark_and_carriage_returns_are_accepted() {
    String text = "\uFEFF" + ALLIANCES_HEADER + ROW + "\n";

    assertThat(files.add(Dataset.COW_ALLIANCES, text.replace("\n", "\r\n"))).isPresent();
  }

  @Test
  void an_unknown_state_has_a_cure() {
    Problem problem = onlyProblem(ALLIANCES_HEADER + ROW.replace(",200,", ",201,"));

    assertThat(problem.rule()).isEqualTo("STATE_UNKNOWN");
    assertThat(problem.location().line()).isEqualTo(2);
    assertThat(problem.cure()).contains("./casus import cow-states FILE");
  }

  @Test
  void without_the_states_nothing_else_can_be_imported() {
    ImportedFiles none = new ImportedFiles(directory.resolve("db"));

    assertThat(none.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW)).isEmpty();
    assertThat(none.told()).containsExactly("error STATES_MISSING 0 ");
    assertThat(none.imports().list()).isEmpty();
  }

  @Test
  void impossible_dates() {
    assertThat(told(ROW.replace("T,1,2,1900", "T,31,2,1900")))
        .isEqualTo("DATE_IMPOSSIBLE 2 mem_st_day");
    assertThat(told(ROW.replace("T,1,2,1900", "T,1,13,1900")))
        .isEqualTo("DATE_IMPOSSIBLE 2 mem_st_month");
    assertThat(told(ROW.replace("T,1,2,1900", "T,1,,1900")))
        .isEqualTo("DATE_MALFORMED 2 mem_st_month");
    assertThat(told(ROW.replace("T,1,2,1900", "T,1,2,190")))
        .isEqualTo("DATE_MALFORMED 2 mem_st_year");
    assertThat(told(ROW.replace("T,1,2,1900", "T,1,2,"))).isEqualTo("DATE_MALFORMED 2 mem_st_year");
    assertThat(told(ROW.replace("T,1,2,1900", "T,first,2,1900")))
        .isEqualTo("DATE_MALFORMED 2 mem_st_day");
    assertThat(told(ROW.replace("T,1,2,1900,3,4,1910", "T,1,2,1900,3,4,2013")))
        .isEqualTo("DATE_IMPOSSIBLE 2 mem_end_year");
  }

  @Test
  void a_membership_without_a_start() {
    assertThat(told(ROW.replace("T,1,2,1900", "T,,,"))).isEqualTo("CELL_REQUIRED 2 mem_st_year");
  }

  @Test
  void a_start_after_the_end() {
    assertThat(told(ROW.replace("T,1,2,1900,3,4,1910", "T,1,2,1900,3,4,1899")))
        .isEqualTo("DATES_REVERSED 2 mem_st_year");
  }

  @Test
  void spells_of_one_member_that_overlap() {
    String again = ROW.replace("T,1,2,1900", "T,1,2,1905");

    assertThat(told(ROW + again)).isEqualTo("PERIODS_OVERLAP 3 ");
  }

  @Test
  void what_is_no_number() {
    assertThat(told(ROW.replace(",200,", ",two,"))).isEqualTo("CELL_MALFORMED 2 ccode");
    assertThat(told(ROW.replace("7,", "-7,"))).isEqualTo("CELL_MALFORMED 2 version4id");
    assertThat(told(ROW.replace(",0,0,1,0,0,0,4.1", ",0,0,2,0,0,0,4.1")))
        .isEqualTo("CELL_MALFORMED 2 defense");
  }

  @Test
  void a_row_that_is_there_twice() {
    Problem problem = onlyProblem(ALLIANCES_HEADER + ROW + ROW);

    assertThat(problem.rule()).isEqualTo("KEY_REPEATED");
    assertThat(problem.location().line()).isEqualTo(3);
    assertThat(problem.expectation()).contains("line 2");
  }

  @Test
  void a_file_that_is_cut_off_in_a_row() {
    Problem problem = onlyProblem(ALLIANCES_HEADER + ROW + "7,220,Fra");

    assertThat(problem.rule()).isEqualTo("ROW_TOO_SHORT");
    assertThat(problem.location().line()).isEqualTo(3);
    assertThat(problem.cure()).contains("cut off");
  }

  @Test
  void a_file_that_is_cut_off_in_its_last_cell_or_in_quotes() {
    assertThat(told(ROW.replace("4.1\n", "4."))).isEqualTo("VERSION_UNKNOWN 2 version");
    assertThat(told("7,200,\"United King")).isEqualTo("ROW_TOO_SHORT 2 ");
  }

  @Test
  void a_file_that_is_cut_off_between_rows_is_refused_for_its_number_of_rows() throws IOException {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW + ROW.replace("7,200", "8,200"));
    String before = Files.readString(directory.resolve("db/imports/cow-alliances-4.1/import.json"));

    assertThat(files.add(Dataset.COW_ALLIANCES, Extent.WHOLE, bytes(ALLIANCES_HEADER + ROW)))
        .isEmpty();

    assertThat(files.problems().sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.rule()).isEqualTo("ROW_COUNT");
              assertThat(problem.value()).isEqualTo("1 row");
              assertThat(problem.expectation()).contains("1221");
              assertThat(problem.cure()).contains("cut off", "fresh copy", "--partial");
            });
    assertThat(directory.resolve("db/imports/cow-alliances-4.1/import.json")).hasContent(before);
  }

  @Test
  void rows_that_were_left_out_on_purpose_are_a_warning() {
    assertThat(files.add(Dataset.COW_ALLIANCES, Extent.PARTIAL, bytes(ALLIANCES_HEADER + ROW)))
        .isPresent();
    assertThatRowsAreCountedInAWarning("1 row");
    assertThat(files.imports().read(ImportedFiles.nothingCurated(), new Problems())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"242, 1", "243, 0", "244, 0"})
  void one_row_less_than_was_published_is_refused(int rows, int errors) {
    StringBuilder text = new StringBuilder(STATES.lines().findFirst().orElseThrow());
    for (int row = 0; row < rows; row++) {
      text.append("\nS%1$d,%1$d,State %1$d,1816,1,1,2016,12,31,2016".formatted(row + 1));
    }

    files.add(Dataset.COW_STATES, Extent.WHOLE, bytes(text.toString()));

    assertThat(files.problems().errors()).isEqualTo(errors);
    if (rows > 243) {
      assertThatRowsAreCountedInAWarning("244 rows");
    }
  }

  private void assertThatRowsAreCountedInAWarning(String found) {
    assertThat(files.problems().sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.rule()).isEqualTo("ROW_COUNT");
              assertThat(problem.value()).isEqualTo(found);
            });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void too_many_cells() {
    assertThat(told(ROW.strip() + ",5\n")).isEqualTo("ROW_TOO_LONG 2 ");
  }

  @Test
  void an_empty_file_and_a_header_without_rows() {
    assertThat(onlyProblem("").rule()).isEqualTo("FILE_EMPTY");
    assertThat(onlyProblem(ALLIANCES_HEADER).rule()).isEqualTo("FILE_EMPTY");
  }

  @Test
  void another_version_is_told_once() {
    Problem problem =
        onlyProblem(
            ALLIANCES_HEADER
                + ROW.replace("4.1\n", "5.0\n")
                + ROW.replace("7,200", "8,200").replace("4.1\n", "5.0\n"));

    assertThat(problem.rule()).isEqualTo("VERSION_UNKNOWN");
    assertThat(problem.value()).isEqualTo("5.0");
  }

  @Test
  void text_in_windows_1252_is_read_with_a_warning() {
    byte[] bytes =
        STATES.replace("France", "Côte d’Ivoire").getBytes(Charset.forName("windows-1252"));

    Optional<DatasetContent> content = files.add(Dataset.COW_STATES, bytes);

    assertThat(files.told()).containsExactly("warning FILE_NOT_UTF8 0 ");
    assertThat(records(content.orElseThrow(), Actor.class))
        .extracting(Actor::label)
        .contains("Côte d’Ivoire");
  }

  @Test
  void a_file_that_is_no_text_is_refused() {
    assertThat(files.add(Dataset.COW_STATES, STATES.getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(files.problems().sorted().toString()).contains("UTF-16");
  }

  @Test
  void a_file_that_is_far_too_large_is_refused() {
    assertThat(files.add(Dataset.COW_STATES, new byte[PublishedTable.LARGEST_FILE + 1])).isEmpty();
    assertThat(files.told()).containsExactly("error FILE_TOO_LARGE 0 ");
  }

  @Test
  void all_faults_are_told_at_once() {
    refuse(
        ALLIANCES_HEADER
            + ROW.replace(",200,", ",201,").replace("T,1,2,1900", "T,31,2,1900")
            + ROW.replace(",200,", ",220,").replace(",0,0,1,0,0,0,", ",0,0,x,0,0,0,"));

    assertThat(files.told())
        .containsExactly(
            "error STATE_UNKNOWN 2 ccode",
            "error DATE_IMPOSSIBLE 2 mem_st_day",
            "error CELL_MALFORMED 3 defense");
  }

  @Test
  void a_bad_file_leaves_an_earlier_import_as_it_was() throws IOException {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);
    String before = Files.readString(directory.resolve("db/imports/cow-alliances-4.1/import.json"));

    assertThat(files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW + "7,2")).isEmpty();

    assertThat(directory.resolve("db/imports/cow-alliances-4.1/import.json")).hasContent(before);
    assertThat(files.imports().read(ImportedFiles.nothingCurated(), new Problems())).hasSize(2);
  }
}
