package org.casus.inference;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
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
    GenericRuleReasoner reasoner = new GenericRuleReasoner(rulesForAxioms(union));
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
   * A rule about any property, such as that of {@code rdfs:domain}, becomes one for each axiom: the
   * engine finds rules by their property, and would try the others with every triple.
   */
  private List<Rule> rulesForAxioms(Graph union) {
    List<Rule> forAxioms = new ArrayList<>();
    for (Rule rule : rules) {
      ClauseEntry[] body = rule.getBody();
      if (body[0] instanceof TriplePattern axiom
          && body[1] instanceof TriplePattern use
          && use.getPredicate().isVariable()) {
        union
            .find(any(axiom.getSubject()), axiom.getPredicate(), any(axiom.getObject()))
            .mapWith(found -> rule(rule, axiom, found))
            .forEach(forAxioms::add);
      } else {
        forAxioms.add(rule);
      }
    }
    return forAxioms;
  }

  private static Node any(Node term) {
    return term.isVariable() ? Node.ANY : term;
  }

  /** The rule with what was found of its first premise in the place of the variables there. */
  private static Rule rule(Rule rule, TriplePattern axiom, Triple found) {
    Map<Node, Node> values =
        Map.of(
            axiom.getSubject(), found.getSubject(),
            axiom.getPredicate(), found.getPredicate(),
            axiom.getObject(), found.getObject());
    ClauseEntry[] body = rule.getBody();
    return new Rule(
        rule.getName(),
        Stream.of(rule.getHead()).map(each -> filled(each, values)).toList(),
        Stream.of(body).skip(1).map(each -> filled(each, values)).toList());
  }

  private static ClauseEntry filled(ClauseEntry clause, Map<Node, Node> values) {
    if (clause instanceof TriplePattern pattern) {
      return new TriplePattern(
          values.getOrDefault(pattern.getSubject(), pattern.getSubject()),
          values.getOrDefault(pattern.getPredicate(), pattern.getPredicate()),
          values.getOrDefault(pattern.getObject(), pattern.getObject()));
    }
    Functor test = (Functor) clause;
    return new Functor(
        test.getName(),
        Stream.of(test.getArgs())
            .map(argument -> values.getOrDefault(argument, argument))
            .toArray(Node[]::new),
        test.getImplementor());
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
