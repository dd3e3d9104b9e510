package org.casus.inference;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Takes what rules conclude. */
interface ConclusionSink {

  /**
   * A triple that follows, in the graph of its rule. Later rules must find it among the facts.
   *
   * @return whether it was new
   */
  boolean conclusion(Node graph, Triple triple);

  /** A triple that no rule will ask for, such as how something follows. */
  void aside(Quad quad);
}
