package org.casus.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.casus.model.EdtfDate;

/**
 * A date for readers: as precise as it is known, and no more.
 *
 * @param words such as {@code 27 September 2020} or {@code about 1988}
 * @param machine the value of an HTML {@code time} element; empty where HTML has no such value
 * @param precision a remark such as {@code known to the month}; empty for a day
 */
record DateInWords(String words, String machine, String precision) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /**
   * Reads an EDTF text; one that is no date of Casus is shown as it stands.
   *
   * @see EdtfDate
   */
  static DateInWords of(String edtf) {
    if (edtf.startsWith("[..") && edtf.endsWith("]")) {
      return oneSided("on or before ", edtf.substring(3, edtf.length() - 1));
    }
    if (edtf.startsWith("[") && edtf.endsWith("..]")) {
      return oneSided("on or after ", edtf.substring(1, edtf.length() - 3));
    }
    try {
      return of(EdtfDate.parse(edtf));
    } catch (DateTimeException | IllegalArgumentException noDate) {
      return new DateInWords(edtf, "", "");
    }
  }

  private static DateInWords of(EdtfDate date) {
    return switch (date.precision()) {
      case OPEN -> new DateInWords("still going on", "", "");
      case INTERVAL, ONE_SIDED -> {
        int slash = date.text().indexOf('/');
        yield new DateInWords(
            "between "
                + of(date.text().substring(0, slash)).words
                + " and "
                + of(date.text().substring(slash + 1)).words,
            "",
            "");
      }
      case DAY -> single(date, DAY.format(date.firstDay().orElseThrow()), "");
      case MONTH ->
          single(
              date,
              MONTH.format(YearMonth.from(date.firstDay().orElseThrow())),
              "known to the month");
      case YEAR ->
          single(
              date, Integer.toString(date.firstDay().orElseThrow().getYear()), "known to the year");
    };
  }

  private static DateInWords single(EdtfDate date, String words, String precision) {
    String plain = date.text().replaceAll("[?~%]$", "");
    String qualified =
        switch (date.text().substring(plain.length())) {
          case "?" -> "perhaps " + words;
          case "~" -> "about " + words;
          case "%" -> "perhaps about " + words;
          default -> words;
        };
    return new DateInWords(qualified, date.approximate() ? "" : plain, precision);
  }

  private static DateInWords oneSided(String side, String edtf) {
    return new DateInWords(side + of(edtf).words, "", "");
  }

  /** A literal of the datatypes {@code xsd:date}, {@code gYearMonth} or {@code gYear}. */
  static DateInWords ofLiteral(String lexical) {
    try {
      return new DateInWords(DAY.format(LocalDate.parse(lexical)), lexical, "");
    } catch (DateTimeException noDay) {
      return of(lexical);
    }
  }
}
