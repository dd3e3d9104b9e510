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

  /** The record of an earlier layer that the rule tells more of; null if none. */
  @Nullable Node subject() {
    return rule.header().subject().map(solution::require).orElse(null);
  }

  private static String slug(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : thing.getLiteralLexicalForm();
    return iri.substring(iri.lastIndexOf('/') + 1);
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
