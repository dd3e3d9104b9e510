package org.casus.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Named graphs together with their union, as the endpoint shows them. The union is kept as a graph
 * of its own, which queries walk much faster than a view; whatever is added here is added to both.
 */
public final class UnionDataset {

  private final DatasetGraph named;
  private final Graph union = GraphFactory.createDefaultGraph();
  private final DatasetGraph queried = DatasetGraphFactory.create(union);

  private UnionDataset(DatasetGraph named) {
    this.named = named;
    named
        .listGraphNodes()
        .forEachRemaining(
            graph -> {
              Graph triples = named.getGraph(graph);
              queried.addGraph(graph, triples);
              triples.find().forEach(union::add);
            });
  }

  /** Over the named graphs of a dataset, which from now on is changed by {@link #add} only. */
  public static UnionDataset of(DatasetGraph named) {
    return new UnionDataset(named);
  }

  /** The named graphs alone, of which nothing is twice. */
  public DatasetGraph named() {
    return named;
  }

  /** The triples of all named graphs, each once. */
  public Graph union() {
    return union;
  }

  /** The named graphs, with their union as default graph. */
  public DatasetGraph queried() {
    return queried;
  }

  /**
   * Adds a triple to a named graph.
   *
   * @return whether it was new; what any graph has is not added again
   */
  public boolean add(Node graph, Triple triple) {
    if (union.contains(triple)) {
      return false;
    }
    union.add(triple);
    if (!queried.containsGraph(graph)) {
      named.addGraph(graph, GraphFactory.createDefaultGraph());
      queried.addGraph(graph, named.getGraph(graph));
    }
    named.add(Quad.create(graph, triple));
    return true;
  }
}
