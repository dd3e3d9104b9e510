package org.casus.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
 * @param subject the variable of the record of an earlier layer that it tells more of; empty if
 *     there is none
 * @param kind kind of the record that it concludes, the last but one part of its IRI; empty if it
 *     concludes none
 * @param key the variables of the records whose slugs make up the slug of the record
 * @param text label of the record, in which a variable stands for the label of its value
 * @param support the variables of its premises, each a record
 * @param during the variables of the things on whose time the conclusion depends: it holds on the
 *     days on which all of them hold. An end that such a thing does not tell is unknown
 * @param within the same for things that may limit the time: an end that such a thing does not tell
 *     sets no limit
 * @param dated the variables of things of which it is told when they begin or end, at least one of
 *     the two; the rule does not fire for others
 * @param moment the variables of things the last of whose beginnings is the moment of which the
 *     rule speaks; it does not fire where none of these is known
 * @param inForce the variable of the thing that must possibly be in force at that moment; empty if
 *     the rule speaks of no moment
 * @param overDatasets whether the rule also runs over each imported data set
 */
public record RuleHeader(
    String name,
    String label,
    String premise,
    String conclusion,
    String source,
    String doesNotCover,
    String graph,
    Optional<String> subject,
    Optional<String> kind,
    List<String> key,
    Optional<String> text,
    List<String> support,
    List<String> during,
    List<String> within,
    List<String> dated,
    List<String> moment,
    Optional<String> inForce,
    boolean overDatasets) {

  private static final Pattern LINE = Pattern.compile("# ([A-Z][A-Za-z ]*): (.+)");

  /** The variable that stands for the record in the template of a rule. */
  static final String RECORD = "record";

  /** A variable in a text or a list. */
  static final Pattern VARIABLE = Pattern.compile("\\?([A-Za-z][A-Za-z0-9]*)");

  private static final Pattern KIND =
      Pattern.compile("([a-z][a-z-]*)((?: \\?[A-Za-z][A-Za-z0-9]*)+)");

  private static final List<String> REQUIRED =
      List.of("Rule", "Label", "Premise", "Conclusion", "Source", "Does not cover", "Graph");
  private static final List<String> OPTIONAL =
      List.of(
          "Record",
          "Text",
          "Support",
          "During",
          "Within",
          "Dated",
          "Moment",
          "In force",
          "Runs over");
  private static final String EVERYTHING = "curated graphs, data sets";

  /**
   * Reads the header of a rule file.
   *
   * @throws IllegalArgumentException if a line is missing, is there twice, has an unknown key or
   *     something else than variables where variables belong
   */
  static RuleHeader parse(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.lines().takeWhile(any -> any.startsWith("#")).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()
          || !REQUIRED.contains(matcher.group(1)) && !OPTIONAL.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "the header line “"
                + line
                + "” is none of "
                + String.join(", ", REQUIRED)
                + ", "
                + String.join(", ", OPTIONAL));
      }
      if (lines.put(matcher.group(1), matcher.group(2).strip()) != null) {
        throw new IllegalArgumentException("the header has “" + matcher.group(1) + "” twice");
      }
    }
    for (String key : REQUIRED) {
      if (!lines.containsKey(key)) {
        throw new IllegalArgumentException("the header lacks the line “# " + key + ": …”");
      }
    }
    String scope = lines.getOrDefault("Runs over", "curated graphs");
    if (!Set.of("curated graphs", EVERYTHING).contains(scope)) {
      throw new IllegalArgumentException(
          "the rule runs over “curated graphs” or “" + EVERYTHING + "”, not over “" + scope + "”");
    }
    String recordLine = lines.getOrDefault("Record", "");
    Matcher record = KIND.matcher(recordLine);
    Matcher subject = VARIABLE.matcher(recordLine);
    boolean concludesRecord = lines.containsKey("Record") && !subject.matches();
    if (concludesRecord && !record.matches()) {
      throw new IllegalArgumentException(
          "the line “# Record” gives a kind and the variables of its slug, such as “bond ?provision"
              + " ?obligor”, or the variable of a record that an earlier layer concludes");
    }
    if (concludesRecord != lines.containsKey("Text")) {
      throw new IllegalArgumentException(
          "a record that a rule concludes has a label: give “# Text” with a kind, and only then");
    }
    List<String> inForce = variables("In force", lines.getOrDefault("In force", ""));
    if (inForce.size() > 1 || inForce.isEmpty() == lines.containsKey("Moment")) {
      throw new IllegalArgumentException(
          "a rule that speaks of a moment asks whether one thing is in force then: give “# Moment”"
              + " with variables and “# In force” with one, or neither");
    }
    RuleHeader header =
        new RuleHeader(
            lines.get("Rule"),
            lines.get("Label"),
            lines.get("Premise"),
            lines.get("Conclusion"),
            lines.get("Source"),
            lines.get("Does not cover"),
            lines.get("Graph"),
            subject.matches() ? Optional.of(subject.group(1)) : Optional.empty(),
            concludesRecord ? Optional.of(record.group(1)) : Optional.empty(),
            concludesRecord ? variables("Record", record.group(2)) : List.of(),
            Optional.ofNullable(lines.get("Text")),
            variables("Support", lines.getOrDefault("Support", "")),
            variables("During", lines.getOrDefault("During", "")),
            variables("Within", lines.getOrDefault("Within", "")),
            variables("Dated", lines.getOrDefault("Dated", "")),
            variables("Moment", lines.getOrDefault("Moment", "")),
            inForce.isEmpty() ? Optional.empty() : Optional.of(inForce.get(0)),
            scope.equals(EVERYTHING));
    if (header.isTimeBound() && !concludesRecord) {
      throw new IllegalArgumentException(
          "what holds for a time is a record of its own; add the line “# Record: …”");
    }
    return header;
  }

  private static List<String> variables(String key, String list) {
    List<String> variables = new ArrayList<>();
    for (String word : list.split("\\s+")) {
      Matcher matcher = VARIABLE.matcher(word);
      if (matcher.matches()) {
        variables.add(matcher.group(1));
      } else if (!word.isEmpty()) {
        throw new IllegalArgumentException(
            "the line “# " + key + "” lists variables such as ?bond, not “" + word + "”");
      }
    }
    return List.copyOf(variables);
  }

  /** Whether what the rule concludes holds for a time. */
  boolean isTimeBound() {
    return !during.isEmpty() || !within.isEmpty();
  }

  /** The variables of all things whose period the rule looks at. */
  Set<String> timed() {
    Set<String> timed = new TreeSet<>();
    Stream.of(during, within, dated, moment).forEach(timed::addAll);
    inForce.ifPresent(timed::add);
    return timed;
  }

  /** All variables that the header names. */
  Set<String> variables() {
    Set<String> all = timed();
    Stream.of(key, support).forEach(all::addAll);
    subject.ifPresent(all::add);
    text.ifPresent(
        label -> VARIABLE.matcher(label).results().forEach(found -> all.add(found.group(1))));
    return all;
  }
}
