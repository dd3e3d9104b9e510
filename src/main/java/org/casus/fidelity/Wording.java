package org.casus.fidelity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text made comparable: one form of quotation marks, dashes and blanks, without markup and without
 * the raised numbers of notes. Case is kept.
 */
final class Wording {

  private static final Pattern DOUBLE_MARKS = Pattern.compile("[“”„‟«»″]");
  private static final Pattern SINGLE_MARKS = Pattern.compile("[‘’‚‛′]");
  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]");
  private static final Pattern MARKUP = Pattern.compile("\\\\?\\*+");
  private static final Pattern RAISED = Pattern.compile("[¹²³⁰⁴-⁹]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:['-][\\p{L}\\p{M}\\p{Nd}]+)*");

  /** A passage that is a block quotation ends with a full stop and, behind it, the work cited. */
  private static final Pattern BLOCK = Pattern.compile(".*[.!?] \\([^()]*\\d{4}[^()]*\\)");

  private Wording() {}

  static String normalised(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    plain = DOUBLE_MARKS.matcher(plain).replaceAll("\"");
    plain = SINGLE_MARKS.matcher(plain).replaceAll("'");
    plain = DASHES.matcher(plain).replaceAll("-");
    plain = MARKUP.matcher(plain).replaceAll("");
    plain = RAISED.matcher(plain).replaceAll("");
    return plain.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** The words in lower case; what a hyphen or an apostrophe joins is one word. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(normalised(text).toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Whether the words stand somewhere in the passage as a quotation; both normalised. */
  static boolean quotes(String passage, String words) {
    if (BLOCK.matcher(passage).matches()) {
      return passage.contains(words);
    }
    for (int at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1)) {
      if (isWithinMarks(passage, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithinMarks(String text, int position) {
    int doubles = 0;
    int singles = 0;
    for (int i = 0; i < position; i++) {
      char mark = text.charAt(i);
      if (mark != '"' && mark != '\'') {
        continue;
      }
      boolean opens = isOpening(text, i);
      boolean closes = !opens && !isInsideWord(text, i);
      if (mark == '"') {
        doubles = Math.max(0, doubles + (opens ? 1 : -1));
      } else if (opens || closes) {
        singles = Math.max(0, singles + (opens ? 1 : -1));
      }
    }
    return doubles + singles > 0;
  }

  private static boolean isOpening(String text, int mark) {
    boolean free = mark == 0 || " ([-\"'/".indexOf(text.charAt(mark - 1)) >= 0;
    return free && mark + 1 < text.length() && !Character.isWhitespace(text.charAt(mark + 1));
  }

  private static boolean isInsideWord(String text, int mark) {
    return mark > 0
        && mark + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(mark - 1))
        && Character.isLetterOrDigit(text.charAt(mark + 1));
  }
}
