package org.casus.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.casus.iri.Iris;
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
 * @param words for a slug with a kind: what is allowed besides the things of that kind, such as
 *     {@code all}. When not empty, the term is the word and not an IRI, and the query makes the IRI
 */
public record Parameter(
    String name,
    ParameterType type,
    Optional<String> kind,
    Optional<String> defaultValue,
    String description,
    List<String> values,
    List<String> words) {

  /** What no parameter is called, since the web API uses these for pages of an answer. */
  static final Set<String> RESERVED = Set.of("limit", "offset");

  /** Copies the lists. */
  public Parameter {
    values = List.copyOf(values);
    words = List.copyOf(words);
  }

  Var variable() {
    return Var.alloc(name);
  }

  /** The term for a value, or null when the value is not allowed: see {@link #expectation}. */
  @Nullable Node term(String value) {
    if (!values.isEmpty() && !values.contains(value)) {
      return null;
    }
    return type.term(value, words.isEmpty() ? kind.orElse(null) : null);
  }

  /**
   * The thing that a right value names, which must then be in the data; empty when the value names
   * none.
   */
  Optional<Node> thing(String value) {
    return kind.filter(any -> !words.contains(value)).map(any -> Iris.thing(any, value));
  }

  /** What a right value looks like: "must be" goes before it. */
  public String expectation() {
    if (!values.isEmpty()) {
      return "one of " + String.join(", ", values);
    }
    return words.isEmpty()
        ? type.expectation()
        : type.expectation() + "; or " + String.join(" or ", words);
  }
}
