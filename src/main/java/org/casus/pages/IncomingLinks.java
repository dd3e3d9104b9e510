package org.casus.pages;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.casus.iri.Iris;

/**
 * What leads to a thing, by property. Whether a graph of what the ontology entails is the only one
 * to say so is told apart: such links repeat others under a more general name.
 */
final class IncomingLinks {
  /** How many of each property a page shows. */
  static final int SHOWN = 20;

  private final Map<Node, SortedSet<String>> told = new HashMap<>();
  private final Map<Node, SortedSet<String>> entailed = new HashMap<>();

  private IncomingLinks() {}

  /**
   * @param hidden properties that are left out
   */
  static IncomingLinks to(DatasetGraph dataset, Node thing, Collection<Node> hidden) {
    IncomingLinks links = new IncomingLinks();
    Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (quad.getSubject().isURI() && !hidden.contains(quad.getPredicate())) {
        (isEntailed(quad.getGraph()) ? links.entailed : links.told)
            .computeIfAbsent(quad.getPredicate(), any -> new TreeSet<>())
            .add(quad.getSubject().getURI());
      }
    }
    // What is told is entailed, too, and is shown once.
    links.told.forEach(
        (property, subjects) ->
            links.entailed.computeIfPresent(
                property,
                (same, entailed) -> {
                  entailed.removeAll(subjects);
                  return entailed.isEmpty() ? null : entailed;
                }));
    return links;
  }

  static boolean isEntailed(Node graph) {
    return Iris.graphName(graph).matches("inferred/(.*/)?owl");
  }

  List<Incoming> told(Labels labels, Node thing) {
    return list(told, labels, thing);
  }

  List<Incoming> entailed(Labels labels, Node thing) {
    return list(entailed, labels, thing);
  }

  private static List<Incoming> list(
      Map<Node, SortedSet<String>> byProperty, Labels labels, Node thing) {
    return byProperty.entrySet().stream()
        .map(
            entry ->
                new Incoming(
                    labels.of(entry.getKey()),
                    entry.getValue().size(),
                    entry.getValue().stream()
                        .limit(SHOWN)
                        .map(NodeFactory::createURI)
                        .map(labels::of)
                        .toList(),
                    entry.getValue().size() > SHOWN
                        ? Addresses.links(thing.getURI(), entry.getKey().getURI(), 1)
                        : ""))
        .sorted(Comparator.comparing((Incoming incoming) -> incoming.property().label()))
        .toList();
  }
}
