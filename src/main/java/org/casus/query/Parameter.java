package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a query that the caller gives a value to.
 *
 * @param name the variable, without the question mark
 * @param type what it may hold
 * @param kind for a slug: the kind of thing that it names, such as {@code actor}
 * @param defaultValue used when the caller gives none; a parameter without one must be given
 * @param description one sentence for people
 * @param values when not empty, the only values allowed
 */
public record Parameter(
    String name,
    ParameterType type,
    Optional<String> kind,
    Optional<String> defaultValue,
    String description,
    List<String> values) {

  /** Copies the list. */
  public Parameter {
    values = List.copyOf(values);
  }

  Var variable() {
    return Var.alloc(name);
  }

  /** The term for a value, or null when the value is not allowed: see {@link #expectation}. */
  @Nullable Node term(String value) {
    if (!values.isEmpty() && !values.contains(value)) {
      return null;
    }
    return type.term(value, kind.orElse(null));
  }

  /** What a right value looks like: "must be" goes before it. */
  public String expectation() {
    return values.isEmpty() ? type.expectation() : "one of " + String.join(", ", values);
  }
}
