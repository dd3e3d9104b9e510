package org.casus.pipeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * The quads of datasets in the order of their N-Quads lines. Each node is written once and the
 * quads are sorted by the ranks of their nodes, which gives the same order, since no form of a node
 * continues with a character below the space that ends it.
 */
final class SortedQuads {

  private SortedQuads() {}

  static List<Quad> of(Stream<Quad> any) {
    List<Quad> quads = any.distinct().toList();
    Map<Node, Integer> ranks = ranks(quads);
    Comparator<Quad> byLine =
        Comparator.comparingInt((Quad quad) -> ranks.get(quad.getSubject()))
            .thenComparingInt(quad -> ranks.get(quad.getPredicate()))
            .thenComparingInt(quad -> ranks.get(quad.getObject()))
            .thenComparingInt(quad -> ranks.get(quad.getGraph()));
    return quads.stream().sorted(byLine).toList();
  }

  private static Map<Node, Integer> ranks(List<Quad> quads) {
    Map<Node, String> forms = new HashMap<>();
    for (Quad quad : quads) {
      for (Node node :
          new Node[] {quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph()}) {
        forms.computeIfAbsent(node, NodeFmtLib::strNT);
      }
    }
    Map<Node, Integer> ranks = new HashMap<>();
    forms.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> ranks.put(entry.getKey(), ranks.size()));
    return ranks;
  }
}
