package org.casus.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precise as its source and no more: a day, a month, a year, an interval of these, or the
 * open end of something that still goes on. Follows the Extended Date/Time Format (Library of
 * Congress, ISO 8601-2) levels 0 and 1, of which it takes calendar dates of four-digit years, the
 * qualifiers {@code ?} (uncertain), {@code ~} (approximate) and {@code %} (both), intervals of two
 * such dates, and {@code ..}. Seasons, unspecified digits and times of day are not used by Casus.
 *
 * <p>Where a computation or a data set only tells that something happened on or before a day, or on
 * or after it, the date is one-sided and has one of the two days only. It is written as a set of
 * EDTF level 2, {@code [..1816-01-01]} or {@code [1997-08-29..]}, and does not occur in tables.
 *
 * <p>Dates are closed: the last day counts. A qualifier does not move the first and last day, since
 * no source says how far an approximate date may be off.
 *
 * @param text the EDTF text, which is also the identity of the date
 * @param precision how precise it is
 * @param firstDay first day it can mean; empty for the open end and where unknown
 * @param lastDay last day it can mean; empty for the open end and where unknown
 * @param approximate whether a part is qualified as uncertain or approximate
 */
public record EdtfDate(
    String text,
    DatePrecision precision,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    boolean approximate) {

  /** The end of what still goes on as far as its source knows. */
  public static final EdtfDate OPEN =
      new EdtfDate("..", DatePrecision.OPEN, Optional.empty(), Optional.empty(), false);

  private static final Pattern PART =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([?~%]?)");

  /** A day that is known only not to be later than another, as where a data set begins. */
  public static EdtfDate onOrBefore(LocalDate day) {
    return new EdtfDate(
        "[.." + day + "]", DatePrecision.ONE_SIDED, Optional.empty(), Optional.of(day), false);
  }

  /** A day that is known only not to be earlier than another. */
  public static EdtfDate onOrAfter(LocalDate day) {
    return new EdtfDate(
        "[" + day + "..]", DatePrecision.ONE_SIDED, Optional.of(day), Optional.empty(), false);
  }

  /** Some day from one to another, both counted in; a date of that day if they are the same. */
  public static EdtfDate between(LocalDate first, LocalDate last) {
    return parse(first.equals(last) ? first.toString() : first + "/" + last);
  }

  /**
   * Reads a date.
   *
   * @throws DateTimeException if the text is well-formed but names no day of the calendar, such as
   *     {@code 2020-02-30}, or an interval that ends before it begins
   * @throws IllegalArgumentException if the text is no date of the levels above; the message is a
   *     phrase that says what is wrong
   */
  public static EdtfDate parse(String text) {
    if (text.equals(OPEN.text)) {
      return OPEN;
    }
    int slash = text.indexOf('/');
    if (slash < 0) {
      return part(text);
    }
    EdtfDate from = part(text.substring(0, slash));
    EdtfDate to = part(text.substring(slash + 1));
    if (to.lastDay.orElseThrow().isBefore(from.firstDay.orElseThrow())) {
      throw new DateTimeException("an interval whose end is not before its beginning");
    }
    return new EdtfDate(
        text,
        DatePrecision.INTERVAL,
        from.firstDay,
        to.lastDay,
        from.approximate || to.approximate);
  }

  private static EdtfDate part(String text) {
    Matcher matcher = PART.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a date such as 2020-09-27, 2020-09 or 2020, an interval such as 2020-09-27/2020-11-10,"
              + " or .. for an open end");
    }
    boolean approximate = !matcher.group(4).isEmpty();
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      Year whole = Year.of(year);
      return of(
          text, DatePrecision.YEAR, whole.atDay(1), whole.atMonth(12).atEndOfMonth(), approximate);
    }
    int month = Integer.parseInt(matcher.group(2));
    if (matcher.group(3) == null) {
      YearMonth whole = YearMonth.of(year, month);
      return of(text, DatePrecision.MONTH, whole.atDay(1), whole.atEndOfMonth(), approximate);
    }
    LocalDate day = LocalDate.of(year, month, Integer.parseInt(matcher.group(3)));
    return of(text, DatePrecision.DAY, day, day, approximate);
  }

  private static EdtfDate of(
      String text, DatePrecision precision, LocalDate first, LocalDate last, boolean approximate) {
    return new EdtfDate(text, precision, Optional.of(first), Optional.of(last), approximate);
  }

  /** Whether this date is certainly past the other: its first day comes after the other's last. */
  public boolean isAfter(EdtfDate other) {
    return firstDay.isPresent()
        && other.lastDay.isPresent()
        && firstDay.get().isAfter(other.lastDay.get());
  }
}
