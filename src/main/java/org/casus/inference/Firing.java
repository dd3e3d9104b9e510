package org.casus.inference;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule fires: one independent reason for what it concludes.
 *
 * @param rule the rule
 * @param solution what its variables stand for
 * @param span the days on which all of them hold; null if the rule does not look at time
 */
record Firing(ConstructRule rule, Solution solution, @Nullable Span span) {

  /** The same for the same facts, however they are stored. */
  static final Comparator<Firing> ORDER =
      Comparator.comparing((Firing firing) -> firing.rule.header().name())
          .thenComparing(firing -> firing.premises().toString())
          .thenComparing(firing -> firing.solution.toString());

  /** The records that it rests on, sorted, each once. */
  List<Node> premises() {
    return solution.all(rule.header().support()).stream()
        .distinct()
        .sorted(Comparator.comparing(Node::toString))
        .toList();
  }

  /** What the IRI of the record begins with, before its period is part of it; null if none. */
  @Nullable String record() {
    return rule.header()
        .kind()
        .map(
            kind ->
                Iris.THINGS
                    + kind
                    + "/"
                    + rule.header().key().stream()
                        .map(variable -> slug(solution.require(variable)))
                        .collect(Collectors.joining("--")))
        .orElse(null);
  }

  /** Whether it concludes a record. */
  boolean isOfRecord() {
    return rule.header().kind().isPresent();
  }

  /** Whether the IRIs of the records that two firings conclude begin alike, see {@link #record}. */
  boolean isOfSameRecordAs(Firing other) {
    List<String> key = rule.header().key();
    List<String> otherKey = other.rule.header().key();
    if (!rule.header().kind().equals(other.rule.header().kind()) || key.size() != otherKey.size()) {
      return false;
    }
    for (int i = 0; i < key.size(); i++) {
      String one = name(solution.require(key.get(i)));
      String another = name(other.solution.require(otherKey.get(i)));
      int begin = slugBegin(one);
      int otherBegin = slugBegin(another);
      if (one.length() - begin != another.length() - otherBegin
          || !one.regionMatches(begin, another, otherBegin, one.length() - begin)) {
        return false;
      }
    }
    return true;
  }

  /** The same for firings of the same record. */
  int hashOfRecord() {
    int hash = rule.header().kind().hashCode();
    for (String variable : rule.header().key()) {
      String name = name(solution.require(variable));
      for (int i = slugBegin(name); i < name.length(); i++) {
        hash = hash * 31 + name.charAt(i);
      }
    }
    // The last characters alone would lead to places that lie close together.
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  /** The record of an earlier layer that the rule tells more of; null if none. */
  @Nullable Node subject() {
    return rule.header().subject().map(solution::require).orElse(null);
  }

  private static String slug(Node thing) {
    String name = name(thing);
    return name.substring(slugBegin(name));
  }

  private static String name(Node thing) {
    return thing.isURI() ? thing.getURI() : thing.getLiteralLexicalForm();
  }

  private static int slugBegin(String name) {
    return name.lastIndexOf('/') + 1;
  }

  /** The label of the record. */
  String text(Function<Node, String> label) {
    return RuleHeader.VARIABLE
        .matcher(rule.header().text().orElse(""))
        .replaceAll(
            found -> Matcher.quoteReplacement(label.apply(solution.require(found.group(1)))));
  }

  /** The triples that the rule concludes. */
  void conclusions(Consumer<Triple> out) {
    instantiate(null, out);
  }

  /** The triples that the rule concludes of a record. */
  void conclusions(Node record, Consumer<Triple> out) {
    instantiate(record, out);
  }

  private void instantiate(@Nullable Node record, Consumer<Triple> out) {
    for (Triple pattern : rule.query().getConstructTemplate().getTriples()) {
      Triple triple = solution.instantiate(pattern, record);
      if (triple != null) {
        out.accept(triple);
      }
    }
  }
}
