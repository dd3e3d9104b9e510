package org.casus.pages;

import java.util.List;

/**
 * What one named graph says about a thing.
 *
 * @param graph the graph by its label
 * @param name the name of the graph
 * @param derived whether a rule concluded it
 * @param entailed whether the ontology alone entails it
 * @param origin on what the record rests there; null-free, empty lists where nothing is told
 */
record Section(
    Link graph, String name, boolean derived, boolean entailed, Origin origin, List<Fact> facts) {

  Section {
    facts = List.copyOf(facts);
  }
}
