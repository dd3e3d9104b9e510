package org.casus.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders locators as an article has them: abstract and keywords, paragraphs, notes, references. */
final class LocatorOrder {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private LocatorOrder() {}

  /** A text that sorts as the locator does: rank, then each number padded. */
  static String key(String locator) {
    StringBuilder key = new StringBuilder(rank(locator));
    Matcher numbers = NUMBER.matcher(locator);
    while (numbers.find()) {
      key.append(' ').append("%6s".formatted(numbers.group()));
    }
    return key.toString();
  }

  private static String rank(String locator) {
    if (locator.startsWith("§")) {
      return "1";
    }
    return switch (locator.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "")) {
      case "note" -> "2";
      case "ref" -> "3";
      default -> "0";
    };
  }
}
