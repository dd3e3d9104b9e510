package org.casus.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Problems as a CSV table (RFC 4180), for editors and scripts; one row for each problem. */
public final class ProblemTable {

  private static final String HEADER =
      "file,line,column,graph,node,severity,rule,value,expectation,cure\n";

  private ProblemTable() {}

  public static String csv(List<Problem> problems) {
    return problems.stream().map(ProblemTable::row).collect(Collectors.joining("", HEADER, ""));
  }

  private static String row(Problem problem) {
    Location location = problem.location();
    return joined(
        location.file(),
        location.line() == 0 ? "" : Long.toString(location.line()),
        location.column(),
        location.graph(),
        location.node(),
        problem.severity().word(),
        problem.rule(),
        problem.value(),
        problem.expectation(),
        problem.cure());
  }

  private static String joined(String... cells) {
    return java.util.Arrays.stream(cells)
        .map(ProblemTable::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
