package org.casus.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Triple;

/**
 * Why the dataset holds one thing. A premise that several derivations use is one thing, so that the
 * whole is a graph without cycles rather than a tree.
 *
 * @param iri of the thing that is explained
 * @param things that thing and all premises, in the order in which depth-first reading meets them
 * @param derivedTriples short-cuts of the thing that is explained
 * @param conclusions what rests on the thing: direct ones first, then by what is left of them
 * @param triples all triples that this was read from, sorted
 */
public record Explanation(
    String iri,
    List<Thing> things,
    List<DerivedTriple> derivedTriples,
    List<Conclusion> conclusions,
    List<Triple> triples) {

  /** Copies the lists. */
  public Explanation {
    things = List.copyOf(things);
    derivedTriples = List.copyOf(derivedTriples);
    conclusions = List.copyOf(conclusions);
    triples = List.copyOf(triples);
  }

  /** The thing that is explained. */
  public Thing subject() {
    return thing(iri);
  }

  /**
   * The thing with this IRI.
   *
   * @throws NoSuchElementException if the explanation does not touch it
   */
  public Thing thing(String iri) {
    return things.stream().filter(thing -> thing.iri().equals(iri)).findFirst().orElseThrow();
  }

  Map<String, Thing> byIri() {
    Map<String, Thing> map = new LinkedHashMap<>();
    things.forEach(thing -> map.put(thing.iri(), thing));
    return map;
  }
}
