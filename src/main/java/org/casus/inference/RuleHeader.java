package org.casus.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule says of itself in the comment lines that its file begins with.
 *
 * @param name name of the rule, the slug of its IRI
 * @param label short name in words
 * @param premise premise in words
 * @param conclusion conclusion in words
 * @param source what the rule rests on
 * @param doesNotCover what it leaves out
 * @param graph graph of its conclusions, without the namespace
 */
public record RuleHeader(
    String name,
    String label,
    String premise,
    String conclusion,
    String source,
    String doesNotCover,
    String graph) {

  private static final Pattern LINE = Pattern.compile("# ([A-Z][A-Za-z ]*): (.+)");
  private static final List<String> KEYS =
      List.of("Rule", "Label", "Premise", "Conclusion", "Source", "Does not cover", "Graph");

  /**
   * Reads the header of a rule file.
   *
   * @throws IllegalArgumentException if a line is missing, is there twice or has an unknown key
   */
  static RuleHeader parse(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.lines().takeWhile(any -> any.startsWith("#")).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || !KEYS.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "the header line “" + line + "” is none of " + String.join(", ", KEYS));
      }
      if (lines.put(matcher.group(1), matcher.group(2).strip()) != null) {
        throw new IllegalArgumentException("the header has “" + matcher.group(1) + "” twice");
      }
    }
    for (String key : KEYS) {
      if (!lines.containsKey(key)) {
        throw new IllegalArgumentException("the header lacks the line “# " + key + ": …”");
      }
    }
    return new RuleHeader(
        lines.get("Rule"),
        lines.get("Label"),
        lines.get("Premise"),
        lines.get("Conclusion"),
        lines.get("Source"),
        lines.get("Does not cover"),
        lines.get("Graph"));
  }
}
