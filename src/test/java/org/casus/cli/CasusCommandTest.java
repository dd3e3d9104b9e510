package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.pipeline.Project;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status, standard output and standard error of each command together. */
class CasusCommandTest {

  private static final String QUESTION = "russian-officials-azerbaijani-entitlement";

  private static final String BOND =
      "bond/russia-armenia-treaty-1997-defence--russia--armenia--1997-08-29";

  @TempDir static Path shared;
  private static String database;
  private static Outcome firstBuild;

  @BeforeAll
  static void build() {
    database = shared.resolve("db").toString();
    firstBuild = casus("build", "--database", database);
  }

  @Test
  void build_tells_a_line_for_each_stage() {
    assertThat(firstBuild.status()).isZero();
    assertThat(firstBuild.out()).isEmpty();
    assertThat(firstBuild.err().lines())
        .hasSize(8)
        .allMatch(line -> line.matches("[a-z]+ .* \\d+\\.\\d\\d s"));
  }

  @Test
  void without_arguments_and_with_help_the_commands_are_told() {
    Outcome bare = casus();
    Outcome help = casus("--help");

    assertThat(bare.status()).isZero();
    assertThat(bare.out())
        .isEqualTo(help.out())
        .contains("serve", "build", "explain", "Exit status");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void an_unknown_command_or_option_is_wrong_usage() {
    assertThat(casus("biuld").status()).isEqualTo(2);
    assertThat(casus("biuld").err()).contains("biuld", "build");
    assertThat(casus("build", "--colour").status()).isEqualTo(2);
    assertThat(casus("serve", "--port", "70000", "--database", database).err())
        .contains("0 to 65535");
  }

  @Test
  void questions_are_listed_with_their_parameters() {
    Outcome list = casus("query");

    assertThat(list.status()).isZero();
    assertThat(list.out()).contains(QUESTION, "--param state=russia");
    assertThat(list.out().lines().filter(line -> !line.startsWith(" "))).hasSizeGreaterThan(9);
  }

  @Test
  void a_question_is_answered_in_three_formats() {
    assertThat(ask("--format", "csv").out()).startsWith("statement,");
    assertThat(ask("--format", "json").out()).startsWith("{").contains("\"bindings\"");
    Outcome table = ask();
    assertThat(table.status()).isZero();
    assertThat(table.out()).contains("Vladimir Putin", "Sergey Lavrov");
    assertThat(table.err()).isEmpty();
  }

  @Test
  void a_parameter_changes_the_answer() throws IOException {
    String russia = ask("--format", "csv").out();
    String turkey = ask("--format", "csv", "--param", "state=turkey").out();

    assertThat(turkey).isNotEqualTo(russia);
    assertThat(turkey.lines().skip(1)).allMatch(row -> !row.contains("Lavrov"));
  }

  @Test
  void the_text_of_a_question_has_its_parameters_in_their_places() {
    Outcome defaults = ask("--sparql");
    Outcome turkey = ask("--sparql", "--param", "state=turkey");

    assertThat(List.of(defaults, turkey)).allMatch(outcome -> outcome.status() == 0);
    assertThat(defaults.out())
        .startsWith("PREFIX")
        .contains("casus:onBehalfOf <https://w3id.org/casus/id/actor/russia>")
        .doesNotContain("?state ");
    assertThat(turkey.out()).contains("casus:onBehalfOf <https://w3id.org/casus/id/actor/turkey>");
  }

  @Test
  void questions_that_cannot_be_measured_are_wrong_usage() {
    Outcome unknown = casus("bench", "no-such-question");
    Outcome imported =
        casus("bench", QUESTION, "alliance-data-compared", "--database", database + "-none");
    Outcome federated = casus("bench", "control-of-wikidata-places");
    Outcome load = casus("bench", "--load", QUESTION);

    assertThat(List.of(unknown, imported, federated, load))
        .allMatch(outcome -> outcome.status() == 2);
    assertThat(unknown.err()).contains(QUESTION);
    assertThat(imported.err())
        .contains("alliance-data-compared: ", "not imported here: cow-states-2016");
    assertThat(imported.out()).isEmpty();
    assertThat(federated.err()).contains("server of others", "leave it out");
    assertThat(load.err()).contains("--load", "leave out either");
  }

  @Test
  void wrong_questions_parameters_and_formats_are_wrong_usage() {
    assertThat(casus("query", "no-such-question").status()).isEqualTo(2);
    assertThat(casus("query", "no-such-question").err()).contains(QUESTION);
    assertThat(ask("--param", "colour=red").err()).contains("has no parameter colour");
    assertThat(ask("--param", "colour=red").status()).isEqualTo(2);
    assertThat(ask("--format", "xls").status()).isEqualTo(2);
  }

  @Test
  void a_bond_is_explained_in_four_formats() {
    Outcome text = explain(BOND);

    assertThat(text.status()).isZero();
    assertThat(text.out())
        .startsWith("Russia owes Armenia defence: ")
        .contains("because of the rule “", "source: ATOP 4.01, alliance 4890; ", "[reference]");
    assertThat(text.err()).isEmpty();
    assertThat(Path.of("README.md"))
        .content()
        .as("the README shows what is printed")
        .contains("./casus explain " + BOND + "\n```\n\n```\n" + text.out() + "```\n");
    assertThat(explain(BOND, "--format", "json").out()).startsWith("{").contains("\"premises\"");
    assertThat(explain(BOND, "--format", "turtle").out()).contains("prov:wasGeneratedBy");
    assertThat(explain(BOND, "--format", "dot").out()).startsWith("digraph ");
  }

  @Test
  void a_curated_record_is_explained_by_its_source_and_what_rests_on_it() {
    assertThat(explain("agreement/russia-armenia-treaty-1997").out())
        .contains("Not derived: it is curated.", "rest on it directly", "would fall");
  }

  @Test
  void an_unknown_thing_is_wrong_usage_and_similar_ones_are_told() {
    Outcome unknown = explain("agreement/russia-armenia-traety-1997");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err())
        .contains(
            "“agreement/russia-armenia-traety-1997”", "id/agreement/russia-armenia-treaty-1997");
    assertThat(explain(BOND, "--format", "xml").status()).isEqualTo(2);
    assertThat(casus("explain").status()).isEqualTo(2);
  }

  @Test
  void export_writes_the_links_as_a_plain_table() throws IOException {
    Path file = shared.resolve("links.csv");
    Outcome printed = casus("export", "--links");

    assertThat(printed.status()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines())
        .startsWith("label,iri,qid,wikidata,relation,status,confidence,evidence,checked_on")
        .anyMatch(
            line ->
                line.startsWith(
                    "Armenia,https://w3id.org/casus/id/actor/armenia,Q399,"
                        + "http://www.wikidata.org/entity/Q399,same-as,verified,high,"))
        .anyMatch(line -> line.startsWith("state,https://w3id.org/casus/ontology#State,Q3624078,"))
        .noneMatch(line -> line.contains("not-found") || line.contains("rejected"));
    assertThat(casus("export", "--links", "--output", file.toString()).status()).isZero();
    assertThat(file).hasContent(printed.out());
  }

  @Test
  void export_writes_the_same_bytes_to_a_file_and_to_standard_output() throws IOException {
    Path file = shared.resolve("export.nq");

    assertThat(casus("export", "--database", database, "--output", file.toString()).status())
        .isZero();

    assertThat(casus("export", "--database", database).out()).isEqualTo(Files.readString(file));
    assertThat(Files.readAllLines(file)).isSorted();
  }

  @Test
  void check_tells_problems_on_standard_output_and_in_a_file() throws IOException {
    Project project = ProjectCopy.in(shared.resolve("spoilt"));
    ProjectCopy.replace(project.data().resolve("actors/offices.csv"), "id,label,of", "id,lable,of");
    Path table = shared.resolve("problems.csv");

    Outcome check = withHome(project, () -> casus("check", "--problems", table.toString()));

    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out())
        .contains("data/actors/offices.csv:1 [lable]: error COLUMN_MISSPELT", "“label”");
    assertThat(Files.readString(table))
        .startsWith("file,line,column,")
        .contains("data/actors/offices.csv,1,lable");
  }

  @Test
  void a_directory_that_is_no_project_is_wrong_usage() {
    Outcome outcome = withHome(new Project(shared.resolve("nowhere")), () -> casus("check"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("does not hold data/");
  }

  @Test
  void a_port_that_is_taken_is_told_with_the_cure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Outcome serve = casus("serve", "--port", port, "--database", database);

      assertThat(serve.status()).isEqualTo(3);
      assertThat(serve.err()).contains(port, "--port").doesNotContain("\tat ");
    }
  }

  private static Outcome ask(String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(new String[] {"query", QUESTION, "--database", database}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return casus(arguments);
  }

  private static Outcome explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain", "--database", database));
    all.addAll(List.of(arguments));
    return casus(all.toArray(String[]::new));
  }

  private static Outcome withHome(Project project, java.util.function.Supplier<Outcome> command) {
    System.setProperty("casus.home", project.root().toString());
    try {
      return command.get();
    } finally {
      System.clearProperty("casus.home");
    }
  }

  private static Outcome casus(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CasusCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Outcome(status, out.toString(), err.toString());
  }

  private record Outcome(int status, String out, String err) {}
}
