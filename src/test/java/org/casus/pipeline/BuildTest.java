package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.casus.dataset.Imports;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.casus.store.DatasetDirectory;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  private static final Instant SOME_DAY = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path directory;

  @Test
  void curated_sources_have_no_errors_and_every_stage_is_told() {
    List<String> stages = new ArrayList<>();
    Problems problems = new Problems();

    boolean published =
        build(ProjectCopy.original(), "db", SOME_DAY)
            .run(problems, (stage, summary, took) -> stages.add(stage));

    assertThat(errors(problems)).isEmpty();
    assertThat(published).isTrue();
    assertThat(stages)
        .containsExactly("read", "map", "validate", "infer", "describe", "store", "ask", "publish");
  }

  @Test
  void every_question_is_answered_by_its_expected_rows() {
    Problems problems = new Problems();

    Assembly.of(ProjectCopy.original(), problems, Progress.SILENT).ask(Severity.ERROR, problems);

    assertThat(errors(problems)).isEmpty();
  }

  @Test
  void two_builds_of_the_same_sources_give_the_same_bytes() throws IOException {
    Build first = build(ProjectCopy.original(), "first", SOME_DAY);
    Build second =
        build(ProjectCopy.in(directory.resolve("copy")), "second", SOME_DAY.plusSeconds(86_400));

    assertThat(first.run(new Problems(), Progress.SILENT)).isTrue();
    assertThat(second.run(new Problems(), Progress.SILENT)).isTrue();

    List<String> lines = quads(first).lines().toList();
    assertThat(lines).isNotEmpty().isSorted().doesNotHaveDuplicates();
    assertThat(quads(second).lines().toList()).isEqualTo(lines);
  }

  @Test
  void a_rule_that_concludes_a_faulty_record_is_an_error() {
    Project project = ProjectCopy.in(directory.resolve("copy"));
    ProjectCopy.replace(
        project.ontology().resolve("rules/50-bond-of-members.rq"),
        "FILTER(?obligor != ?obligee)",
        "");
    Problems problems = new Problems();

    Assembly.of(project, problems, Progress.SILENT);

    assertThat(errors(problems))
        .extracting(Problem::rule)
        .contains("CONCLUSION-OBLIGEE", "DYADIC-RELATION-TOWARDS");
    assertThat(errors(problems))
        .allMatch(problem -> problem.toString().contains("in graph inferred/"))
        .allMatch(problem -> problem.cure().startsWith("Correct the rule that derived it"));
  }

  @Test
  void a_faulty_table_leaves_the_dataset_that_was_there() throws IOException {
    Project project = ProjectCopy.in(directory.resolve("copy"));
    Build build = build(project, "db", SOME_DAY);
    assertThat(build.run(new Problems(), Progress.SILENT)).isTrue();
    assertThat(build.isUpToDate()).isTrue();
    String before = build.database().current().orElseThrow().id();
    String quads = quads(build);

    Files.writeString(
        project.data().resolve("actors/offices.csv"),
        "zzz-office,Office of nobody,nobody,,single,soghomonyan-2024,§1 ¶1,,\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        project.data().resolve("events/events.csv"),
        "zzz-event,war,War of no day,2020-02-30,,,,,single,soghomonyan-2024,§1 ¶1,,\n",
        StandardOpenOption.APPEND);
    Problems problems = new Problems();

    assertThat(build.isUpToDate()).isFalse();
    assertThat(build.run(problems, Progress.SILENT)).isFalse();
    assertThat(errors(problems))
        .extracting(Problem::rule, problem -> problem.location().file())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("REFERENCE_UNKNOWN", "data/actors/offices.csv"),
            org.assertj.core.groups.Tuple.tuple("DATE_IMPOSSIBLE", "data/events/events.csv"));
    assertThat(build.database().current().orElseThrow().id()).isEqualTo(before);
    assertThat(quads(build)).isEqualTo(quads);
  }

  /** What rests on its rows is not told to be missing, link or passage; of each, one is enough. */
  @Test
  void a_table_that_cannot_be_read_is_one_problem() throws IOException {
    for (String table : List.of("actors/actors", "citations/citations", "links/wikidata-links")) {
      Project project = ProjectCopy.in(directory.resolve(table));
      Path file = project.data().resolve(table + ".csv");
      Files.writeString(file, Files.readString(file).replaceFirst("^id,", "idd,"));
      Problems problems = new Problems();

      Assembly.of(project, problems, Progress.SILENT);
      assertThat(problems.sorted())
          .filteredOn(problem -> problem.severity() == Severity.ERROR)
          .as("errors of a project without %s", table)
          .singleElement()
          .satisfies(problem -> assertThat(problem.rule()).isEqualTo("COLUMN_MISSPELT"));
      assertThat(problems.warnings()).isLessThan(200);
    }
  }

  @Test
  void a_module_of_the_ontology_that_is_no_turtle_is_told_alone() throws IOException {
    Project project = ProjectCopy.in(directory.resolve("copy"));
    Files.writeString(
        project.ontology().resolve("core.ttl"), "casus:x a ", StandardOpenOption.APPEND);
    Problems problems = new Problems();

    assertThat(build(project, "db", SOME_DAY).run(problems, Progress.SILENT)).isFalse();
    assertThat(errors(problems))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("ONTOLOGY_MALFORMED");
              assertThat(problem.location().file()).isEqualTo("ontology/core.ttl");
            });
  }

  @Test
  void a_record_that_breaks_a_shape_is_told_with_its_line() throws IOException {
    Project project = ProjectCopy.in(directory.resolve("copy"));
    Path claims = project.data().resolve("statements/claims.csv");
    String text = Files.readString(claims);
    int line = text.substring(0, text.indexOf(",entitlement,")).split("\n").length;
    String row = text.split("\n")[line - 1];
    Files.writeString(claims, text.replace(row, row.replace(",entitlement,", ",evaluative,")));
    Problems problems = new Problems();

    assertThat(build(project, "db", SOME_DAY).run(problems, Progress.SILENT)).isFalse();
    assertThat(errors(problems))
        .allSatisfy(
            problem -> {
              assertThat(problem.location().file()).isEqualTo("data/statements/claims.csv");
              assertThat(problem.location().line()).isEqualTo(line);
              assertThat(problem.cure()).isNotBlank();
            })
        .extracting(Problem::rule)
        .anyMatch(rule -> rule.startsWith("EVALUATIVE-CLAIM"));
  }

  @Test
  void an_answer_that_differs_from_its_expected_rows_is_told_and_does_not_stop_a_build()
      throws IOException {
    Project project = ProjectCopy.in(directory.resolve("copy"));
    Path expected =
        project.queries().resolve("russian-officials-azerbaijani-entitlement.expected.csv");
    List<String> rows = Files.readAllLines(expected);
    Files.write(expected, rows.subList(0, rows.size() - 1));
    Problems problems = new Problems();

    assertThat(build(project, "db", SOME_DAY).run(problems, Progress.SILENT)).isTrue();
    assertThat(problems.stream().filter(problem -> problem.rule().startsWith("EXPECTED")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("EXPECTED_ROWS_DIFFER");
              assertThat(problem.value()).startsWith("surplus: ");
            });
  }

  private Build build(Project project, String database, Instant now) {
    return new Build(
        project,
        Imports.at(directory.resolve(database)),
        DatasetDirectory.at(directory.resolve(database)),
        "test",
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String quads(Build build) throws IOException {
    try (InputStream quads = build.database().current().orElseThrow().quads()) {
      return new String(quads.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Problem> errors(Problems problems) {
    return problems.sorted().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }
}
