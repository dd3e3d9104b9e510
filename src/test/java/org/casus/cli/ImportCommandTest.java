package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status and output of {@code casus import}. */
class ImportCommandTest {

  private static final String STATES =
      """
      stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
      UKG,200,United Kingdom,1816,1,1,2016,12,31,2016
      """;

  private static final String WARS =
      """
      WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,\
      EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,\
      WhereFought,Initiator,Outcome,TransTo,BatDeath,Version
      5,Some War,1,200,United Kingdom,1,9,3,1839,8,14,1845,-8,-8,-8,-8,-8,-8,-8,2,1,1,-8,-9,4
      """;

  @TempDir private Path directory;
  private Path states;
  private Path wars;

  @BeforeEach
  void write() throws IOException {
    states = Files.writeString(directory.resolve("states2016.csv"), STATES);
    wars = Files.writeString(directory.resolve("wars.csv"), WARS);
  }

  @Test
  void an_import_is_told_in_one_line_and_listed() {
    Outcome imported = casus("cow-states", "--partial", states.toString());
    casus("cow-wars", "--partial", wars.toString());

    assertThat(imported.status()).as(imported.toString()).isZero();
    assertThat(imported.out())
        .contains("cow-states-2016: 1 rows, 1 actors, 1 system memberships, until 2016-12-31, ")
        .contains("The next ./casus build puts it into the graph dataset/cow-states-2016.");
    Outcome list = casus("--list");
    assertThat(list.status()).isZero();
    assertThat(list.out().lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("  states2016.csv, 1 rows, sha256 "));
  }

  @Test
  void a_file_with_errors_has_status_1_and_a_table_of_problems() throws IOException {
    casus("cow-states", "--partial", states.toString());
    Files.writeString(wars, WARS.replace("9,3,1839", "9,31,1839").replace(",200,", ",201,"));
    Path table = directory.resolve("problems.csv");

    Outcome outcome =
        casus("cow-wars", "--partial", wars.toString(), "--problems", table.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("wars.csv:2 [StartDay1]: error DATE_IMPOSSIBLE: found “31”")
        .contains("error STATE_UNKNOWN")
        .contains("2 errors")
        .endsWith("Nothing was imported." + System.lineSeparator());
    assertThat(table).content().contains("DATE_IMPOSSIBLE", "STATE_UNKNOWN");
    assertThat(casus("--list").out().lines()).hasSize(2);
  }

  @Test
  void an_import_is_removed_but_not_the_states_that_others_need() {
    casus("cow-states", "--partial", states.toString());
    casus("cow-wars", "--partial", wars.toString());

    Outcome refused = casus("--remove", "cow-states");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("cow-wars");
    assertThat(casus("--remove", "cow-wars").out()).contains("cow-wars-4.0 was removed");
    assertThat(casus("--remove", "cow-wars").out()).contains("was not imported");
    assertThat(casus("--remove", "cow-states").status()).isZero();
    assertThat(casus("--list").out()).isEmpty();
  }

  @Test
  void a_file_that_is_cut_off_between_rows_changes_nothing() {
    casus("cow-states", "--partial", states.toString());
    casus("cow-wars", "--partial", wars.toString());
    String before = casus("--list").out();

    Outcome outcome = casus("cow-wars", wars.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("wars.csv: error ROW_COUNT: found “1 row”; expected 337 rows", "--partial")
        .endsWith("Nothing was imported." + System.lineSeparator());
    assertThat(casus("--list").out()).isEqualTo(before);
  }

  @Test
  void wrong_usage_has_status_2() {
    assertThat(casus().status()).isEqualTo(2);
    assertThat(casus("--list", "cow-states").status()).isEqualTo(2);
    assertThat(casus("cow-planets", states.toString()).err()).contains("cow-alliances");
    assertThat(casus("atop", states.toString()).err()).contains("atop has two files, and 1 were");
    assertThat(casus("cow-states", states.toString(), wars.toString()).status()).isEqualTo(2);
  }

  @Test
  void a_file_that_is_not_there_has_status_3() {
    Outcome outcome = casus("cow-states", directory.resolve("absent.csv").toString());

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("absent.csv").doesNotContain("\tat ");
  }

  @Test
  void a_directory_in_place_of_a_file_is_named() {
    Outcome outcome = casus("cow-states", directory.toString());

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err().strip())
        .isEqualTo(
            "Cannot read or write "
                + directory.toString().replace('\\', '/')
                + ": it is a directory; name the published file in it.");
    assertThat(casus("--list").out()).isEmpty();
  }

  private Outcome casus(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 3];
    all[0] = "import";
    all[1] = "--database";
    all[2] = directory.resolve("db").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    int status = CasusCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    return new Outcome(status, out.toString(), err.toString());
  }

  private record Outcome(int status, String out, String err) {}
}
