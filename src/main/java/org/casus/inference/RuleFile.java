package org.casus.inference;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/** A rule that has been read and can be run. */
sealed interface RuleFile permits OwlRules, ConstructRule {

  RuleHeader header();

  /** The conclusions over the union of all graphs of the dataset, which is not changed. */
  Graph conclusions(DatasetGraph dataset);
}
