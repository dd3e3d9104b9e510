package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.pipeline.Project;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status, standard output and standard error of {@code casus link}, on a copy of the project. */
class LinkCommandTest {

  private static final Path ITEMS = Path.of("src/test/resources/wikidata/items.ttl");

  @TempDir private Path directory;
  private Project project;
  private Path table;

  @BeforeEach
  void copy() throws IOException {
    project = ProjectCopy.in(directory.resolve("copy"));
    table = project.data().resolve("links/wikidata-links.csv");
    System.setProperty("casus.home", project.root().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("casus.home");
  }

  /** Makes as if nobody had looked for these. */
  private void unlink(String... entities) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    for (String entity : entities) {
      lines.removeIf(line -> line.contains("," + entity + ","));
    }
    Files.writeString(table, String.join("\n", lines) + "\n");
  }

  @Test
  void where_to_ask_must_be_said_and_who_asks() {
    assertThat(casus("link")).satisfies(outcome -> wrong(outcome, "--endpoint URL or --file"));
    assertThat(casus("link", "--endpoint", "https://query.example.org/sparql"))
        .satisfies(outcome -> wrong(outcome, "Give --contact", "query.example.org"));
    assertThat(casus("link", "--reconcile", "https://reconcile.example.org/api"))
        .satisfies(outcome -> wrong(outcome, "Give --contact"));
    assertThat(casus("link", "--endpoint", "query"))
        .satisfies(outcome -> wrong(outcome, "“query” is no address"));
    assertThat(casus("link", "--file", ITEMS.toString(), "actor/nobody"))
        .satisfies(outcome -> wrong(outcome, "There is no “actor/nobody” to link"));
    assertThat(casus("link", "--verify", "--write", "--file", ITEMS.toString()))
        .satisfies(outcome -> wrong(outcome, "--verify asks an endpoint or a file"));
    assertThat(casus("link", "--endpoint", "http://localhost:1/x", "--rate", "0"))
        .satisfies(outcome -> wrong(outcome, "--rate is a number above 0"));
  }

  private static void wrong(Outcome outcome, String... words) {
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(2);
    assertThat(outcome.err()).contains(words);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void what_is_found_is_a_table_and_changes_nothing() throws IOException {
    unlink("actor/armenia");
    String before = Files.readString(table);

    Outcome outcome = casus("link", "--file", ITEMS.toString(), "--format", "csv");

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines())
        .startsWith("thing,label,outcome,item,itemLabel,score,reasons")
        .contains(
            "actor/armenia,Armenia,candidate,Q399,Armenia,0.75,"
                + "label “Armenia”; class agrees: sovereign state");
    assertThat(outcome.err()).contains("things bear no name that is there");
    assertThat(Files.readString(table)).isEqualTo(before);
  }

  @Test
  void candidates_are_written_once_for_a_curator_to_confirm() throws IOException {
    unlink("actor/armenia", "event/war-2020");
    List<String> before = Files.readAllLines(table);
    String[] command = {
      "link", "--file", ITEMS.toString(), "--write", "actor/armenia", "event/war-2020", "actor/csto"
    };

    Outcome outcome = casus(command);

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("2 rows were added or changed");
    List<String> after = new ArrayList<>(Files.readAllLines(table));
    after.removeAll(before);
    assertThat(after)
        .anyMatch(
            row ->
                row.matches(
                    "actor-armenia,actor/armenia,same-as,Q399,candidate,low,Score 0.75 on"
                        + " items.ttl: label “Armenia”; class agrees: sovereign state[.],"
                        + "\\d{4}-\\d\\d-\\d\\d,wikidata,Q399,,"))
        .anyMatch(row -> row.startsWith("event-war-2020,event/war-2020,,,not-found,,"))
        .hasSize(2);
    assertThat(casus("check").out()).contains("0 errors");
    String once = Files.readString(table);
    assertThat(casus(command).err()).contains("0 rows were added");
    assertThat(Files.readString(table)).isEqualTo(once);
  }

  @Test
  void a_candidate_takes_the_place_of_the_row_that_said_not_found() throws IOException {
    unlink("actor/armenia");
    ProjectCopy.replace(
        table,
        "\nactor-armenian-analysts,",
        "\nactor-armenia,actor/armenia,,,not-found,,Nowhere.,2020,wikidata,x,,"
            + "\nactor-armenian-analysts,");

    assertThat(casus("link", "--file", ITEMS.toString(), "--write", "actor/armenia").err())
        .contains("1 row was added or changed");
    assertThat(Files.readAllLines(table).stream().filter(row -> row.contains(",actor/armenia,")))
        .singleElement()
        .satisfies(row -> assertThat(row).contains(",Q399,candidate,"));
  }

  @Test
  void links_about_which_there_is_something_to_tell_have_status_1() {
    Outcome outcome = casus("link", "--verify", "--file", ITEMS.toString(), "--format", "csv");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out().lines())
        .contains(
            "actor/robert-kocharyan,Robert Kocharyan,redirected,Q613051,,,merged into Q999000002");
    Outcome fine = casus("link", "--verify", "--file", ITEMS.toString(), "actor/armenia");
    assertThat(fine.status()).as(fine.toString()).isZero();
  }

  @Test
  void a_far_side_that_fails_is_told_and_nothing_is_half_written() throws IOException {
    unlink("actor/armenia", "actor/serzh-sargsyan");
    String before = Files.readString(table);
    try (FarSide farSide = FarSide.with(RDFDataMgr.loadGraph(ITEMS.toUri().toString()))) {
      String[] command = {
        "link",
        "--endpoint",
        farSide.endpoint().toString(),
        "--attempts",
        "1",
        "--rate",
        "1000",
        "--write",
        "--database",
        directory.resolve("db").toString(),
        "actor/armenia",
        "actor/serzh-sargsyan"
      };
      farSide.goesWrong(Fault.NONE, Fault.NONE, Fault.NONE, Fault.CUT);

      Outcome failed = casus(command);

      assertThat(failed.status()).as(failed.toString()).isEqualTo(3);
      assertThat(failed.err())
          .contains(farSide.endpoint() + " could not be asked: the connection broke")
          .contains("Run the command again later");
      assertThat(failed.out()).isEmpty();
      assertThat(Files.readString(table)).isEqualTo(before);

      Outcome again = casus(command);

      assertThat(again.status()).as(again.toString()).isZero();
      assertThat(again.err())
          .contains("3 answers are those of a run that was interrupted")
          .contains("2 rows were added or changed");
      assertThat(casus(command).err()).doesNotContain("interrupted");
    }
  }

  @Test
  void a_file_that_is_no_rdf_is_told() throws IOException {
    Path broken = Files.writeString(directory.resolve("items.ttl"), "wd:Q399 a");

    Outcome outcome = casus("link", "--file", broken.toString());

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("items.ttl cannot be read as RDF");
    assertThat(casus("link", "--file", directory.resolve("none.ttl").toString()).err())
        .contains("none.ttl is no file that can be read");
  }

  @Test
  void recall_and_precision_are_printed_by_kind() {
    Outcome outcome = casus("bench", "--links", "--file", ITEMS.toString());

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines())
        .startsWith("threshold 0.75")
        .anyMatch(line -> line.matches("office +15 +3 +0 +0 +0[.]20 +1[.]00"))
        .anyMatch(line -> line.startsWith("all "));
  }

  private record Outcome(int status, String out, String err) {}

  private static Outcome casus(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = CasusCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(status, out.toString(), err.toString());
  }
}
