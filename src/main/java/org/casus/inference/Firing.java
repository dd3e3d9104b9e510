package org.casus.inference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.modify.TemplateLib;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule fires: one independent reason for what it concludes.
 *
 * @param rule the rule
 * @param row what its variables stand for
 * @param premises the records that it rests on, sorted, each once
 * @param span the days on which all of them hold; null if the rule does not look at time
 */
record Firing(ConstructRule rule, Binding row, List<Node> premises, @Nullable Span span) {

  private static final Var RECORD = Var.alloc(RuleHeader.RECORD);

  /** The same for the same facts, however they are stored. */
  static final Comparator<Firing> ORDER =
      Comparator.comparing((Firing firing) -> firing.rule.header().name())
          .thenComparing(firing -> firing.premises.toString())
          .thenComparing(Firing::values);

  private String values() {
    return row.varsMentioned().stream()
        .sorted(Comparator.comparing(Var::getVarName))
        .map(variable -> variable + "=" + row.get(variable))
        .collect(Collectors.joining(" "));
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
                        .map(variable -> slug(value(variable)))
                        .collect(Collectors.joining("--")))
        .orElse(null);
  }

  /** The record of an earlier layer that the rule tells more of; null if none. */
  @Nullable Node subject() {
    return rule.header().subject().map(this::value).orElse(null);
  }

  private static String slug(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : thing.getLiteralLexicalForm();
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  private Node value(String variable) {
    return Objects.requireNonNull(row.get(variable), variable);
  }

  /** The label of the record. */
  String text(Function<Node, String> label) {
    return RuleHeader.VARIABLE
        .matcher(rule.header().text().orElse(""))
        .replaceAll(found -> Matcher.quoteReplacement(label.apply(value(found.group(1)))));
  }

  /** The triples that the rule concludes. */
  void conclusions(Consumer<Triple> out) {
    instantiate(row, out);
  }

  /** The triples that the rule concludes of a record. */
  void conclusions(Node record, Consumer<Triple> out) {
    instantiate(BindingFactory.binding(row, RECORD, record), out);
  }

  private void instantiate(Binding values, Consumer<Triple> out) {
    for (Triple pattern : rule.query().getConstructTemplate().getTriples()) {
      Triple triple = TemplateLib.subst(pattern, values, Map.of());
      if (triple.isConcrete()) {
        out.accept(triple);
      }
    }
  }
}
