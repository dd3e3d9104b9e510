package org.casus.inference;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;

/**
 * The part of OWL 2 RL that the ontology uses, run by Jena's forward engine. Keeps conclusions
 * about things only; what follows for terms can be read off the ontology.
 */
record OwlRules(RuleHeader header, List<Rule> rules) implements RuleFile {

  /**
   * Reads the rules from the text of their file.
   *
   * @throws IllegalArgumentException if header or rules are faulty
   */
  static OwlRules parse(String text) {
    RuleHeader header = RuleHeader.parse(text);
    try {
      return new OwlRules(
          header,
          Rule.parseRules(Rule.rulesParserFromReader(new BufferedReader(new StringReader(text)))));
    } catch (Rule.ParserException e) {
      throw new IllegalArgumentException("the rules are no Jena rules: " + e.getMessage(), e);
    }
  }

  @Override
  public Graph conclusions(DatasetGraph dataset) {
    Graph premises = UnionDataset.union(dataset);
    GenericRuleReasoner reasoner = new GenericRuleReasoner(rules);
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    InfGraph inferred = reasoner.bind(premises);
    Graph conclusions = GraphFactory.createDefaultGraph();
    inferred
        .getDeductionsGraph()
        .find()
        .filterKeep(triple -> isThing(triple) && !premises.contains(triple))
        .forEach(conclusions::add);
    return conclusions;
  }

  private static boolean isThing(Triple triple) {
    Node subject = triple.getSubject();
    return subject.isURI() && subject.getURI().startsWith(Iris.THINGS);
  }
}
