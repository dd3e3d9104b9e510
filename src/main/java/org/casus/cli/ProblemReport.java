package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.problem.Problem;
import org.casus.problem.ProblemTable;
import org.casus.problem.Problems;
import org.casus.problem.Severity;

/** Prints the problems of a run, sorted, with a closing line that counts them. */
final class ProblemReport {

  private ProblemReport() {}

  /** Errors line by line, warnings as a number. */
  static void errors(Problems problems, PrintWriter out) {
    print(
        problems,
        problems.sorted().stream().filter(problem -> problem.severity() == Severity.ERROR).toList(),
        out);
  }

  /** Errors and warnings line by line. */
  static void all(Problems problems, PrintWriter out) {
    print(problems, problems.sorted(), out);
  }

  private static void print(Problems problems, List<Problem> shown, PrintWriter out) {
    shown.forEach(out::println);
    if (problems.dropped() > 0) {
      out.println("… and " + problems.dropped() + " more that were not kept");
    }
    if (!shown.isEmpty()) {
      out.println(problems.errors() + " errors, " + problems.warnings() + " warnings");
    }
  }

  static void write(Problems problems, Path file) throws IOException {
    Files.writeString(file, ProblemTable.csv(problems.sorted()));
  }
}
