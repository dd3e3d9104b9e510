package org.casus.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The dataset as the endpoint shows it: its default graph is the union of its named graphs. The
 * union is a copy made once, which queries walk much faster than a view; later changes of the
 * dataset do not show.
 */
public final class UnionDataset {

  private UnionDataset() {}

  /** The named graphs of the dataset, with their union as default graph. */
  public static DatasetGraph of(DatasetGraph dataset) {
    DatasetGraph view = DatasetGraphFactory.create(union(dataset));
    dataset
        .listGraphNodes()
        .forEachRemaining(graph -> view.addGraph(graph, dataset.getGraph(graph)));
    return view;
  }

  /** The triples of all named graphs, each once. */
  public static Graph union(DatasetGraph dataset) {
    Graph union = GraphFactory.createDefaultGraph();
    dataset.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).map(Quad::asTriple).forEach(union::add);
    return union;
  }
}
