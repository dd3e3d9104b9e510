package org.casus.inference;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.modify.TemplateLib;
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

  /** The record that the rule concludes, before its period is part of its IRI; null if none. */
  @Nullable Node record() {
    Var variable = rule.record();
    return variable == null ? null : row.get(variable);
  }

  /** The triples that the rule concludes. */
  void conclusions(Consumer<Triple> out) {
    instantiate(row, out);
  }

  /** The triples that the rule concludes of its record, under the IRI that the record has got. */
  void conclusions(Node renamed, Consumer<Triple> out) {
    var builder = BindingFactory.builder();
    row.forEach((var, node) -> builder.add(var, var.equals(rule.record()) ? renamed : node));
    instantiate(builder.build(), out);
  }

  private void instantiate(Binding values, Consumer<Triple> out) {
    for (Triple pattern : rule.query().getConstructTemplate().getTriples()) {
      Triple triple = TemplateLib.subst(pattern, values, java.util.Map.of());
      if (triple.isConcrete()) {
        out.accept(triple);
      }
    }
  }
}
