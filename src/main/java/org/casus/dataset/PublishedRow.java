package org.casus.dataset;

import java.util.Map;
import java.util.Optional;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/** One row of a published file; its accessors check a cell and tell what is wrong with it. */
final class PublishedRow {

  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final Problems problems;

  PublishedRow(String file, long line, Map<String, String> cells, Problems problems) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.problems = problems;
  }

  /** First line of the row, the header being line 1: the row number that locators have. */
  long line() {
    return line;
  }

  Location location() {
    return Location.row(file, line);
  }

  Location cell(String column) {
    return Location.cell(file, line, column);
  }

  /** The cell without the white space around it. */
  String text(String column) {
    String text = cells.get(Layout.folded(column));
    if (text == null) {
      throw new IllegalArgumentException("The layout has no column " + column);
    }
    return text;
  }

  String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      error(Rule.CELL_REQUIRED, column, "a value", "Take a fresh copy of the published file");
    }
    return text;
  }

  /** A whole number from 1; tells when it is none. */
  Optional<Integer> number(String column) {
    Optional<Integer> number = wholeNumber(column).filter(value -> value > 0);
    if (number.isEmpty()) {
      error(
          Rule.CELL_MALFORMED,
          column,
          "a whole number from 1",
          "Take a fresh copy of the published file");
    }
    return number;
  }

  /** A whole number from 1, or nothing where the cell is empty or 0. */
  Optional<Integer> numberIfGiven(String column) {
    return text(column).isEmpty() || text(column).equals("0") ? Optional.empty() : number(column);
  }

  /** One of the codes; tells when it is another. */
  Optional<Integer> code(String column, int least, int most) {
    Optional<Integer> number = wholeNumber(column).filter(value -> value >= least && value <= most);
    if (number.isEmpty()) {
      error(
          Rule.CELL_MALFORMED,
          column,
          "a code from " + least + " to " + most,
          "Compare the cell with the code book of the data set");
    }
    return number;
  }

  /** A flag of 0 or 1; an empty one is told as a warning and counts as not set. */
  boolean flag(String column) {
    return switch (text(column)) {
      case "1" -> true;
      case "0" -> false;
      case "" -> {
        problems.warning(
            Rule.CELL_REQUIRED,
            cell(column),
            "",
            "0 or 1",
            "Nothing has to be done: an empty code is taken as not coded, as in the published"
                + " file");
        yield false;
      }
      default -> {
        error(
            Rule.CELL_MALFORMED,
            column,
            "0 or 1",
            "Compare the cell with the code book of the data set");
        yield false;
      }
    };
  }

  private Optional<Integer> wholeNumber(String column) {
    try {
      return Optional.of(Integer.valueOf(text(column)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An error of one cell, whose content it shows. */
  void error(Rule rule, String column, String expectation, String cure) {
    problems.error(rule, cell(column), text(column), expectation, cure);
  }
}
