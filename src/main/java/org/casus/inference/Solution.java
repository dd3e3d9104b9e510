package org.casus.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * A solution of the pattern of a rule, of which only those variables are kept that the rule speaks
 * of: all solutions wait until all rules of a layer were asked.
 */
final class Solution {

  /** The same list for all solutions of a rule. */
  private final List<Var> variables;

  /** What they stand for, from a place on, perhaps among the values of others. */
  private final @Nullable Node[] values;

  private final int begin;

  Solution(List<Var> variables, Binding binding) {
    this(variables, new Node[variables.size()], 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = binding.get(variables.get(i));
    }
  }

  /**
   * One that {@link #copyTo} copied.
   *
   * @param begin to where
   */
  Solution(List<Var> variables, @Nullable Node[] values, int begin) {
    this.variables = variables;
    this.values = values;
    this.begin = begin;
  }

  /** Copies the values, in the order of the variables. */
  void copyTo(@Nullable Node[] others, int place) {
    System.arraycopy(values, begin, others, place, variables.size());
  }

  /** What the variable stands for; null if it is not bound, or none that the rule speaks of. */
  @Nullable Node get(String variable) {
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).getVarName().equals(variable)) {
        return values[begin + i];
      }
    }
    return null;
  }

  /**
   * What the variable stands for.
   *
   * @throws NullPointerException if it is not bound; the message is its name
   */
  Node require(String variable) {
    return Objects.requireNonNull(get(variable), variable);
  }

  /** What the variables stand for, without those that are not bound. */
  List<Node> all(List<String> names) {
    List<Node> bound = new ArrayList<>(names.size());
    for (String name : names) {
      Node value = get(name);
      if (value != null) {
        bound.add(value);
      }
    }
    return bound;
  }

  /**
   * The triple with values in place of its variables; null if one of them is not bound.
   *
   * @param record what stands in place of {@code ?record}; null for nothing
   */
  @Nullable Triple instantiate(Triple pattern, @Nullable Node record) {
    Node subject = instantiate(pattern.getSubject(), record);
    Node predicate = instantiate(pattern.getPredicate(), record);
    Node object = instantiate(pattern.getObject(), record);
    return subject == null || predicate == null || object == null
        ? null
        : Triple.create(subject, predicate, object);
  }

  private @Nullable Node instantiate(Node node, @Nullable Node record) {
    if (!node.isVariable()) {
      return node;
    }
    return record != null && node.getName().equals(RuleHeader.RECORD)
        ? record
        : get(node.getName());
  }

  /** The same text for the same values. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < variables.size(); i++) {
      text.append(variables.get(i)).append('=').append(values[begin + i]).append(' ');
    }
    return text.toString();
  }
}
