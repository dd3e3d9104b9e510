package org.casus.wikidata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.EdtfDate;

/**
 * Turns times of Wikidata into dates as precise as they are (Wikibase data model, precisions 9 to
 * 11). A time is always written as a full day, and only its precision tells how much of it counts:
 * {@code 2003-01-01} with precision 9 is the year 2003.
 */
final class WikidataTime {

  private static final int DAY = 11;
  private static final int MONTH = 10;
  private static final int YEAR = 9;
  private static final Pattern TIME = Pattern.compile("\\+?(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");

  private WikidataTime() {}

  /**
   * The date; none for what is less precise than a year, before the common era, or later than the
   * year 9999. The calendar is not looked at: the dates of Casus that are compared are all of times
   * when every state in it used the Gregorian one.
   */
  static Optional<EdtfDate> date(String time, int precision) {
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(1);
    String month = matcher.group(2);
    String text =
        switch (precision) {
          case YEAR -> year;
          case MONTH -> year + "-" + month;
          default -> year + "-" + month + "-" + matcher.group(3);
        };
    if (precision < YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(EdtfDate.parse(text));
    } catch (IllegalArgumentException | java.time.DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The same for services that give no precision, where the first of January is often a year. */
  static Optional<EdtfDate> dateOfUnknownPrecision(String time) {
    int precision =
        time.contains("-01-01") ? YEAR : time.matches("\\+?\\d{4}-\\d{2}-01.*") ? MONTH : DAY;
    return date(time, precision);
  }
}
