package org.casus.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.casus.model.EdtfDate;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * A date that a published file gives in three cells. A month or day that is blank, 0 or -9 is not
 * known and makes the date less precise; a year that is not given says by its code why.
 *
 * @param kind whether there is a date, and else why not
 * @param date the date if there is one
 */
record PublishedDate(Kind kind, Optional<EdtfDate> date) {

  /** What the cell of the year says. */
  enum Kind {
    GIVEN,
    /** An empty cell. */
    BLANK,
    /** The number 0. */
    ZERO,
    /** The code -7 of the war data: it had not come when the data ended. */
    ONGOING,
    /** The code -8 of the war data. */
    NOT_APPLICABLE,
    /** The code -9. */
    UNKNOWN,
    /** Something that is no date, which was told as a problem. */
    IMPOSSIBLE
  }

  /**
   * Reads the three cells, whose columns are given from year to day. A date after the coverage of
   * the data set is told as impossible.
   */
  static PublishedDate read(
      PublishedRow row, LocalDate coverageEnd, String year, String month, String day) {
    return new Reader(row, coverageEnd).read(year, month, day);
  }

  /** Whether something was told that keeps the row from being used. */
  boolean isImpossible() {
    return kind == Kind.IMPOSSIBLE;
  }

  /** Tells a start that certainly comes after the end. */
  static void checkOrder(
      PublishedRow row, String startYear, PublishedDate start, PublishedDate end, Problems told) {
    if (start.date.isPresent()
        && end.date.isPresent()
        && start.date.get().isAfter(end.date.get())) {
      told.error(
          Rule.DATES_REVERSED,
          row.cell(startYear),
          start.date.get().text(),
          "a start that is not after the end, " + end.date.get().text(),
          "Take a fresh copy of the published file");
    }
  }

  private record Reader(PublishedRow row, LocalDate coverageEnd) {

    private static final int NOT_GIVEN = 0;
    private static final int BROKEN = -1;

    PublishedDate read(String year, String month, String day) {
      int monthNumber = part(month, 12);
      int dayNumber = part(day, 31);
      if (monthNumber == BROKEN || dayNumber == BROKEN) {
        return new PublishedDate(Kind.IMPOSSIBLE, Optional.empty());
      }
      String text = row.text(year);
      Kind kind =
          switch (text) {
            case "" -> Kind.BLANK;
            case "0" -> Kind.ZERO;
            case "-7" -> Kind.ONGOING;
            case "-8" -> Kind.NOT_APPLICABLE;
            case "-9" -> Kind.UNKNOWN;
            default -> Kind.GIVEN;
          };
      if (kind != Kind.GIVEN) {
        if (kind != Kind.UNKNOWN && (monthNumber != NOT_GIVEN || dayNumber != NOT_GIVEN)) {
          return impossible(
              Rule.DATE_MALFORMED, year, "a year, since month or day are given beside it");
        }
        return new PublishedDate(kind, Optional.empty());
      }
      if (!text.matches("1\\d{3}|2\\d{3}")) {
        return impossible(Rule.DATE_MALFORMED, year, "a year of four digits");
      }
      if (dayNumber != NOT_GIVEN && monthNumber == NOT_GIVEN) {
        return impossible(Rule.DATE_MALFORMED, month, "a month, since a day is given beside it");
      }
      return date(year, day, Integer.parseInt(text), monthNumber, dayNumber);
    }

    private PublishedDate date(String yearColumn, String dayColumn, int year, int month, int day) {
      String text =
          month == NOT_GIVEN
              ? "%04d".formatted(year)
              : day == NOT_GIVEN
                  ? "%04d-%02d".formatted(year, month)
                  : "%04d-%02d-%02d".formatted(year, month, day);
      EdtfDate date;
      try {
        date = EdtfDate.parse(text);
      } catch (DateTimeException e) {
        return impossible(Rule.DATE_IMPOSSIBLE, dayColumn, "a day that " + month(text) + " has");
      }
      if (date.firstDay().orElseThrow().isAfter(coverageEnd)) {
        return impossible(
            Rule.DATE_IMPOSSIBLE,
            yearColumn,
            "a date up to " + coverageEnd + ", where the data set ends, and not " + text);
      }
      return new PublishedDate(Kind.GIVEN, Optional.of(date));
    }

    private static String month(String text) {
      return text.substring(0, text.lastIndexOf('-'));
    }

    private int part(String column, int most) {
      String text = row.text(column);
      switch (text) {
        case "", "0", "-7", "-8", "-9":
          return NOT_GIVEN;
        default:
          break;
      }
      try {
        int number = Integer.parseInt(text);
        if (number >= 1 && number <= most) {
          return number;
        }
        impossible(Rule.DATE_IMPOSSIBLE, column, "a number from 1 to " + most);
      } catch (NumberFormatException e) {
        impossible(Rule.DATE_MALFORMED, column, "a number from 1 to " + most + ", or nothing");
      }
      return BROKEN;
    }

    private PublishedDate impossible(Rule rule, String column, String expectation) {
      row.error(
          rule,
          column,
          expectation,
          "Take a fresh copy of the published file, or correct the date after its code book");
      return new PublishedDate(Kind.IMPOSSIBLE, Optional.empty());
    }
  }
}
