package org.casus.inference;

import org.apache.jena.sparql.core.Quad;

/** Takes what rules conclude. */
interface ConclusionSink {

  /**
   * A triple that follows, in the graph of its rule. Later rules must find it among the facts.
   *
   * @return whether it was new
   */
  boolean conclusion(Quad quad);

  /** A triple about how something follows, which no rule asks for. */
  void derivation(Quad quad);
}
