package org.casus.inference;

import org.apache.jena.graph.Graph;

/** A rule that has been read and can be run. */
sealed interface RuleFile permits OwlRules, ConstructRule {

  RuleHeader header();

  /** The conclusions over the union of all graphs, which is not changed. */
  Graph conclusions(Graph union);
}
