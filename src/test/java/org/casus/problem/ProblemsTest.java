package org.casus.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private static Problem at(Location location) {
    return Problem.error(Rule.CELL_MALFORMED, location, "x", "y", "Z");
  }

  @Test
  void areToldInOrderOfPlaceEachOnce() {
    List<Problem> inOrder =
        List.of(
            at(Location.node("reference", "actor/x", null)),
            at(Location.file("a.csv")),
            at(Location.row("a.csv", 2)),
            at(Location.cell("a.csv", 2, "end")),
            at(Location.cell("a.csv", 2, "start")),
            at(Location.cell("a.csv", 10, "end")),
            at(Location.file("b.csv")));
    List<Problem> shuffled = new ArrayList<>(inOrder);
    shuffled.addAll(inOrder);
    Collections.shuffle(shuffled, new Random(1));
    Problems problems = new Problems();
    problems.addAll(shuffled);
    assertThat(problems.sorted()).isEqualTo(inOrder);
  }

  @Test
  void atOnePlaceErrorsComeBeforeWarnings() {
    Location place = Location.row("a.csv", 2);
    Problem warning = new Problem("a", Severity.WARNING, place, "", "y", "Z");
    Problem error = new Problem("b", Severity.ERROR, place, "", "y", "Z");
    Problems problems = new Problems();
    problems.addAll(List.of(warning, error));
    assertThat(problems.sorted()).containsExactly(error, warning);
  }

  @Test
  void warningsAreNoErrors() {
    Problems problems = new Problems();
    problems.add(new Problem("a", Severity.WARNING, Location.file("a"), "", "y", "Z"));
    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.warnings()).isEqualTo(1);
    problems.error(Rule.FILE_EMPTY, Location.file("a"), "", "y", "Z");
    assertThat(problems.hasErrors()).isTrue();
    assertThat(problems.errors()).isEqualTo(1);
  }

  @Test
  void areBounded() {
    Problems problems = new Problems();
    for (int line = 1; line <= 10_005; line++) {
      problems.add(at(Location.row("a.csv", line)));
    }
    assertThat(Problems.LIMIT).isEqualTo(10_000);
    assertThat(problems.sorted()).hasSize(10_000);
    assertThat(problems.dropped()).isEqualTo(5);
    assertThat(problems.errors()).isEqualTo(10_005);
  }

  @Test
  void warningsBeyondTheBoundAreNoErrors() {
    Problems problems = new Problems();
    Problem warning = new Problem("a", Severity.WARNING, Location.file("a"), "", "y", "Z");
    for (int i = 0; i <= Problems.LIMIT; i++) {
      problems.add(warning);
    }
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void errorBeyondTheBoundIsStillAnError() {
    Problems problems = new Problems();
    for (int i = 0; i < Problems.LIMIT; i++) {
      problems.add(new Problem("a", Severity.WARNING, Location.file("a"), "", "y", "Z"));
    }
    problems.error(Rule.FILE_EMPTY, Location.file("a"), "", "y", "Z");
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void oneLineTellsPlaceRuleFindExpectationAndCure() {
    assertThat(
            Problem.error(
                    Rule.DATE_IMPOSSIBLE,
                    Location.cell("events/events.csv", 7, "start"),
                    "2020-02-30",
                    "a day that exists",
                    "Look the date up")
                .toString())
        .isEqualTo(
            "events/events.csv:7 [start]: error DATE_IMPOSSIBLE: found “2020-02-30”;"
                + " expected a day that exists. Look the date up.");
    assertThat(
            new Problem(
                    "PLACE",
                    Severity.WARNING,
                    Location.node("reference", "place/x", Location.row("places/places.csv", 3)),
                    "",
                    "a point",
                    "Add it")
                .toString())
        .isEqualTo(
            "places/places.csv:3 <place/x> in graph reference: warning PLACE:"
                + " expected a point. Add it.");
  }

  @Test
  void longValuesAreCutBetweenCharacters() {
    String smile = "\uD83D\uDE00";
    Problem problem =
        Problem.error(Rule.CELL_MALFORMED, Location.file("a"), smile.repeat(121), "y", "Z");
    assertThat(problem.value()).isEqualTo(smile.repeat(120) + "…");
    assertThat(
            Problem.error(Rule.CELL_MALFORMED, Location.file("a"), "x".repeat(120), "y", "Z")
                .value())
        .isEqualTo("x".repeat(120));
  }

  @Test
  void lineBreaksAndTabsOfValuesAreShownOnOneLine() {
    assertThat(
            Problem.error(Rule.CELL_MALFORMED, Location.file("a"), "a\r\nb\nc\td", "y", "Z")
                .value())
        .isEqualTo("a⏎b⏎c d");
  }

  @Test
  void tableQuotesWhatNeedsQuotes() {
    assertThat(
            ProblemTable.csv(
                List.of(
                    Problem.error(
                        Rule.CODE_UNKNOWN,
                        Location.cell("a.csv", 2, "kind"),
                        "a \"b\", c",
                        "one of d, e",
                        "Take one"),
                    Problem.error(
                        Rule.FILE_MISSING, Location.file("b.csv"), "", "a file", "Restore it"))))
        .isEqualTo(
            """
            file,line,column,graph,node,severity,rule,value,expectation,cure
            a.csv,2,kind,,,error,CODE_UNKNOWN,"a ""b"", c","one of d, e",Take one
            b.csv,,,,,error,FILE_MISSING,,a file,Restore it
            """);
  }

  @Test
  void tableOfNothingIsAHeader() {
    assertThat(ProblemTable.csv(List.of()).lines()).hasSize(1);
  }
}
