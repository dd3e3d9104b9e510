package org.casus.store;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * Shows the union of the named graphs as the default graph, as TDB2 does by a setting. A triple
 * that is in several graphs is in the union once.
 */
public final class UnionDefaultGraph extends DatasetGraphWrapper
    implements DatasetGraphWrapperView {

  /** A view; the base is not changed. */
  public UnionDefaultGraph(DatasetGraph base) {
    super(base);
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createUnionGraph(getWrapped());
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    return Quad.isDefaultGraph(graph)
        ? super.find(Quad.unionGraph, subject, predicate, object)
        : super.find(graph, subject, predicate, object);
  }
}
