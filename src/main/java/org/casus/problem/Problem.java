package org.casus.problem;

import java.util.Comparator;

/**
 * One thing to be mended, in words for the person who has to mend it.
 *
 * @param rule stable name of the rule that is broken: a {@link Rule}, or the name of a shape or
 *     violation query
 * @param severity whether it stops the build
 * @param location where it was found
 * @param value what was found, shortened; empty if what was found is that something is absent
 * @param expectation what was expected, as a phrase without a full stop
 * @param cure what to do about it, as a sentence without a full stop
 */
public record Problem(
    String rule,
    Severity severity,
    Location location,
    String value,
    String expectation,
    String cure)
    implements Comparable<Problem> {

  private static final int LONGEST_VALUE = 120;
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::location)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::rule)
          .thenComparing(Problem::value)
          .thenComparing(Problem::expectation)
          .thenComparing(Problem::cure);

  public Problem {
    value = shortened(value);
    expectation = withoutFullStop(expectation);
    cure = withoutFullStop(cure);
  }

  public static Problem error(
      Rule rule, Location location, String value, String expectation, String cure) {
    return new Problem(rule.name(), Severity.ERROR, location, value, expectation, cure);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** One line: place, severity and rule, what was found, what was expected, the cure. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(location).append(": ").append(severity.word()).append(' ').append(rule);
    line.append(": ");
    if (!value.isEmpty()) {
      line.append("found “").append(value).append("”; ");
    }
    return line.append("expected ")
        .append(expectation)
        .append(". ")
        .append(cure)
        .append('.')
        .toString();
  }

  private static String withoutFullStop(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String shortened(String value) {
    String oneLine = value.replaceAll("\\R", "⏎").replace('\t', ' ');
    return oneLine.codePointCount(0, oneLine.length()) <= LONGEST_VALUE
        ? oneLine
        : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }
}
