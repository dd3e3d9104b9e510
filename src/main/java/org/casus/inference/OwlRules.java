package org.casus.inference;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;

/**
 * The part of OWL 2 RL that the ontology uses, run by Jena's forward engine. Keeps conclusions
 * about things only; what follows for terms can be read off the ontology.
 */
record OwlRules(RuleHeader header, List<Rule> rules) implements RuleFile {

  private static final List<Node> AXIOMS =
      List.of(
          RDFS.subClassOf.asNode(),
          RDFS.subPropertyOf.asNode(),
          RDFS.domain.asNode(),
          RDFS.range.asNode(),
          OWL2.inverseOf.asNode());
  private static final List<Node> CHARACTERISTICS =
      List.of(OWL2.TransitiveProperty.asNode(), OWL2.SymmetricProperty.asNode());

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

  /** What follows from the union of all graphs, and is not in it. */
  Graph conclusions(Graph union) {
    Graph premises = premises(union);
    GenericRuleReasoner reasoner = new GenericRuleReasoner(rules);
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    InfGraph inferred = reasoner.bind(premises);
    Graph conclusions = GraphFactory.createDefaultGraph();
    inferred
        .getDeductionsGraph()
        .find()
        .filterKeep(triple -> isThing(triple) && !union.contains(triple))
        .forEach(conclusions::add);
    return conclusions;
  }

  /**
   * The triples that can fire a rule: the axioms, the types, and those whose property an axiom is
   * about. Labels, gists and the like would only fill the memory of the engine.
   */
  private static Graph premises(Graph union) {
    Set<Node> properties = new HashSet<>();
    properties.add(RDF.type.asNode());
    for (Node axiom : AXIOMS) {
      properties.add(axiom);
      union.find(Node.ANY, axiom, Node.ANY).mapWith(Triple::getSubject).forEach(properties::add);
      union.find(Node.ANY, axiom, Node.ANY).mapWith(Triple::getObject).forEach(properties::add);
    }
    for (Node characteristic : CHARACTERISTICS) {
      union
          .find(Node.ANY, RDF.type.asNode(), characteristic)
          .mapWith(Triple::getSubject)
          .forEach(properties::add);
    }
    Graph premises = GraphFactory.createDefaultGraph();
    union
        .find()
        .filterKeep(triple -> properties.contains(triple.getPredicate()))
        .forEach(premises::add);
    return premises;
  }

  private static boolean isThing(Triple triple) {
    Node subject = triple.getSubject();
    return subject.isURI() && subject.getURI().startsWith(Iris.THINGS);
  }
}
