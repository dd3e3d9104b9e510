package org.casus.source;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.casus.model.CodeLists;
import org.casus.model.EdtfDate;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/** Holds single cells, and the dates of one row, to the contract of their table. */
final class CellCheck {

  private static final Pattern POINT =
      Pattern.compile("POINT\\((-?\\d{1,3}(?:\\.\\d+)?) (-?\\d{1,2}(?:\\.\\d+)?)\\)");

  private final TableMetadata metadata;
  private final CodeLists codes;
  private final Problems problems;

  CellCheck(TableMetadata metadata, CodeLists codes, Problems problems) {
    this.metadata = metadata;
    this.codes = codes;
    this.problems = problems;
  }

  boolean passes(Column column, String cell, Location row) {
    Location location = Location.cell(metadata.file(), row.line(), column.name());
    if (cell.isEmpty()) {
      if (column.required()) {
        problems.error(
            Rule.CELL_REQUIRED, location, "", "a value", "Fill the cell; it may not be left empty");
      }
      return !column.required();
    }
    if (cell.length() > TableReader.LONGEST_CELL) {
      problems.error(
          Rule.CELL_TOO_LARGE,
          location,
          cell,
          "no cell of more than " + TableReader.LONGEST_CELL + " characters",
          "Look for a quotation mark that is never closed, or shorten the cell");
      return false;
    }
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      problems.error(
          Rule.CELL_LINE_BREAK,
          location,
          cell,
          "a cell on one line",
          "Replace the line break by a blank; if there is none, a quotation mark is not closed");
      return false;
    }
    if (!cell.equals(cell.strip()) || cell.contains("  ")) {
      problems.error(
          Rule.CELL_WHITE_SPACE,
          location,
          cell,
          "no blanks at the ends and none in a row",
          "Remove the blanks");
      return false;
    }
    if (!column.list()) {
      return itemPasses(column, cell, location);
    }
    boolean passes = true;
    List<String> items = List.of(cell.split(";", -1));
    if (items.stream().anyMatch(item -> item.isEmpty() || !item.equals(item.strip()))
        || items.stream().distinct().count() != items.size()) {
      problems.error(
          Rule.CELL_LIST_MALFORMED,
          location,
          cell,
          "items joined by ; without blanks, none empty and none twice",
          "Write it as a;b;c");
      return false;
    }
    for (String item : items) {
      passes &= itemPasses(column, item, location);
    }
    return passes;
  }

  private boolean itemPasses(Column column, String item, Location location) {
    return switch (column.type()) {
      case STRING -> textPasses(column, item, location);
      case DATE -> datePasses(item, location);
      case BOOLEAN ->
          matches(item.equals("true") || item.equals("false"), item, location, "true or false");
      case INTEGER ->
          matches(
              item.matches("-?(0|[1-9]\\d{0,8})"),
              item,
              location,
              "a whole number in plain digits");
      case POINT ->
          matches(
              isPoint(item), item, location, "a point such as POINT(46.75 39.76), longitude first");
    };
  }

  private boolean matches(boolean passes, String item, Location location, String expectation) {
    if (!passes) {
      problems.error(
          Rule.CELL_MALFORMED, location, item, expectation, "Write the value in that form");
    }
    return passes;
  }

  private boolean textPasses(Column column, String item, Location location) {
    if (column.pattern().isPresent() && !column.pattern().get().matcher(item).matches()) {
      problems.error(
          Rule.CELL_MALFORMED,
          location,
          item,
          "text of the form " + column.pattern().get().pattern(),
          "Slugs are lower-case letters and digits joined by single hyphens");
      return false;
    }
    Optional<SortedSet<String>> list = column.codes().flatMap(codes::list);
    if (list.isPresent() && !list.get().contains(item)) {
      problems.error(
          Rule.CODE_UNKNOWN,
          location,
          item,
          "one of the codes " + String.join(", ", list.get()),
          Spelling.nearest(item, list.get())
              .map(code -> "Perhaps “" + code + "” is meant")
              .orElse("Take a code of that list, or add one to the ontology with its definition"));
      return false;
    }
    return true;
  }

  private boolean datePasses(String item, Location location) {
    try {
      EdtfDate.parse(item);
      return true;
    } catch (DateTimeException e) {
      problems.error(
          Rule.DATE_IMPOSSIBLE,
          location,
          item,
          item.contains("/")
              ? "an interval that does not end before it begins"
              : "a day that exists",
          "Look the date up in the source");
    } catch (IllegalArgumentException e) {
      problems.error(
          Rule.DATE_MALFORMED,
          location,
          item,
          String.valueOf(e.getMessage()),
          "Write year, month and day in this order, and no more of them than the source gives");
    }
    return false;
  }

  private static boolean isPoint(String item) {
    var matcher = POINT.matcher(item);
    return matcher.matches()
        && Math.abs(Double.parseDouble(matcher.group(1))) <= 180
        && Math.abs(Double.parseDouble(matcher.group(2))) <= 90;
  }

  /** Whether no date of the row precedes the one that the metadata says it must not precede. */
  boolean datesInOrder(Map<String, String> values, Location row) {
    boolean inOrder = true;
    for (Column column : metadata.columns()) {
      Optional<EdtfDate> end = date(values.get(column.name()), column);
      Optional<EdtfDate> start = column.notBefore().flatMap(name -> date(values.get(name), column));
      if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
        inOrder = false;
        problems.error(
            Rule.DATES_REVERSED,
            Location.cell(metadata.file(), row.line(), column.name()),
            end.get().text(),
            "a date not before “" + column.notBefore().get() + "”, which is " + start.get().text(),
            "Look both dates up in the source; they may be swapped");
      }
    }
    return inOrder;
  }

  private static Optional<EdtfDate> date(String cell, Column column) {
    return column.type() == Column.Type.DATE && cell != null && !cell.isEmpty()
        ? Optional.of(EdtfDate.parse(cell))
        : Optional.empty();
  }
}
