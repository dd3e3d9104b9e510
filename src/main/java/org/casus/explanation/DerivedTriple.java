package org.casus.explanation;

import java.util.List;

/**
 * A short-cut: a triple of a record that a rule concluded, whether or not the record is curated.
 *
 * @param value what the property leads to; without IRI if it is a literal
 * @param language of a literal; empty if it has none
 * @param graphs IRIs of the graphs that have the triple
 * @param derivations all reasons
 */
public record DerivedTriple(
    Named property,
    Named value,
    String language,
    List<String> graphs,
    List<Derivation> derivations) {

  /** Copies the lists. */
  public DerivedTriple {
    graphs = List.copyOf(graphs);
    derivations = List.copyOf(derivations);
  }
}
