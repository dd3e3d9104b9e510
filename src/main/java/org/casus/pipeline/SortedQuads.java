package org.casus.pipeline;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The quads of a dataset in the order of their N-Quads lines. */
final class SortedQuads {

  private SortedQuads() {}

  static List<Quad> of(DatasetGraph dataset) {
    return dataset.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .map(quad -> new Keyed(key(quad), quad))
        .sorted(Comparator.comparing(Keyed::key))
        .map(Keyed::quad)
        .toList();
  }

  private record Keyed(String key, Quad quad) {}

  private static String key(Quad quad) {
    return NodeFmtLib.strNT(quad.getSubject())
        + " "
        + NodeFmtLib.strNT(quad.getPredicate())
        + " "
        + NodeFmtLib.strNT(quad.getObject())
        + " "
        + NodeFmtLib.strNT(quad.getGraph());
  }
}
