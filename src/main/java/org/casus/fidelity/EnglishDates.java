package org.casus.fidelity;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.casus.model.EdtfDate;

/**
 * Finds dates in English prose: a year by its digits, as end of a span such as 2011-13 or within
 * the 1990s; a month by its name beside its year; a day beside the name of its month, also within a
 * span such as October 5-7, the year anywhere in the text.
 */
final class EnglishDates {

  private static final String NO_DIGIT_BEFORE = "(?<!\\d)";
  private static final String NO_DIGIT_AFTER = "(?!\\d)";
  private static final String ORDINAL = "(?:st|nd|rd|th)?";
  private static final String TO = "\\s*(?:-|,|and|to|until)\\s*";

  private EnglishDates() {}

  /** Whether the normalised text tells the date; of an interval both its ends. */
  static boolean tell(String text, EdtfDate date) {
    return switch (date.precision()) {
      case ONE_SIDED, OPEN -> true;
      case INTERVAL -> {
        String[] ends = date.text().split("/");
        yield tell(text, EdtfDate.parse(ends[0])) && tell(text, EdtfDate.parse(ends[1]));
      }
      case YEAR -> tellYear(text, first(date).getYear());
      case MONTH -> tellYear(text, first(date).getYear()) && tellMonth(text, first(date));
      case DAY ->
          text.contains(first(date).toString())
              || tellYear(text, first(date).getYear()) && tellDay(text, first(date));
    };
  }

  private static LocalDate first(EdtfDate date) {
    return date.firstDay().orElseThrow();
  }

  private static boolean tellYear(String text, int year) {
    String century = "%02d".formatted(year / 100);
    String inCentury = "%02d".formatted(year % 100);
    String decade = Integer.toString(year / 10);
    return finds(text, NO_DIGIT_BEFORE + year + NO_DIGIT_AFTER)
        || finds(text, NO_DIGIT_BEFORE + century + "\\d\\d[-/]" + inCentury + NO_DIGIT_AFTER)
        || finds(text, NO_DIGIT_BEFORE + decade + "0s\\b");
  }

  private static boolean tellMonth(String text, LocalDate date) {
    return finds(text, monthName(date.getMonth()));
  }

  private static boolean tellDay(String text, LocalDate date) {
    String month = monthName(date.getMonth());
    String day = NO_DIGIT_BEFORE + date.getDayOfMonth() + NO_DIGIT_AFTER + ORDINAL;
    String otherDay = "\\d{1,2}" + NO_DIGIT_AFTER + ORDINAL;
    return finds(text, month + "\\s+(?:" + otherDay + TO + ")*" + day)
        || finds(text, day + "(?:" + TO + otherDay + ")*\\s+(?:of\\s+)?" + month);
  }

  private static String monthName(Month month) {
    String whole = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return "\\b(?:" + whole + "|" + whole.substring(0, 3) + "t?\\.?)(?![a-z])";
  }

  private static boolean finds(String text, String expression) {
    return Pattern.compile(expression).matcher(text).find();
  }
}
