package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.UnionDataset;
import org.casus.problem.Problems;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule names as its support is all that it rests on: it still concludes the same when
 * nothing is left of the records but its premises, what these follow from in turn, and of all
 * others their kinds and labels. What rests on no source, such as dates and concepts, stays.
 */
class SupportTest {

  private static Graph all;
  private static Graph background;

  @BeforeAll
  static void setRecordsApart() {
    all = UnionDataset.of(ConclusionsOfTheProject.original().dataset()).union();
    Set<Node> records = new HashSet<>();
    for (Node told : List.of(DCTerms.source.asNode(), Prov.WAS_GENERATED_BY)) {
      records.addAll(all.find(Node.ANY, told, Node.ANY).mapWith(Triple::getSubject).toSet());
    }
    records.removeAll(
        all.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
            .mapWith(Triple::getSubject)
            .toSet());
    Set<Node> kindAndLabel = Set.of(RDF.type.asNode(), RDFS.label.asNode());
    background = GraphFactory.createDefaultGraph();
    all.find()
        .filterKeep(
            triple ->
                !records.contains(triple.getSubject())
                    || kindAndLabel.contains(triple.getPredicate()))
        .forEach(background::add);
  }

  static Stream<ConstructRule> rules() {
    return RuleBook.read(Path.of("ontology/rules"), new Problems()).rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleNamesAllThatItRestsOn(ConstructRule rule) {
    assertThat(
            firings(rule, all).stream()
                .filter(firing -> !follows(firing))
                .map(firing -> rule.header().name() + " " + firing.premises() + firing.solution()))
        .as("what does not follow from the premises that are told")
        .isEmpty();
  }

  private static boolean follows(Firing firing) {
    Graph premises = GraphFactory.createDefaultGraph();
    restingOn(firing.premises())
        .forEach(premise -> all.find(premise, Node.ANY, Node.ANY).forEach(premises::add));
    Graph left = new Union(premises, background);
    return firings(firing.rule(), left).stream()
        .anyMatch(
            again ->
                again.premises().equals(firing.premises())
                    && conclusions(again).equals(conclusions(firing)));
  }

  private static List<Firing> firings(ConstructRule rule, Graph graph) {
    List<Firing> firings = new ArrayList<>();
    rule.fire(graph, new Periods(graph), firings::add);
    return firings;
  }

  /** Premises, what they or triples of them were derived from, and so on. */
  private static Set<Node> restingOn(List<Node> premises) {
    Set<Node> found = new HashSet<>();
    Deque<Node> next = new ArrayDeque<>(premises);
    while (!next.isEmpty()) {
      Node premise = next.remove();
      if (found.add(premise)) {
        Set<Node> derivations = new HashSet<>();
        derivations.addAll(
            all.find(premise, Prov.WAS_GENERATED_BY, Node.ANY).mapWith(Triple::getObject).toSet());
        derivations.addAll(
            all.find(Node.ANY, RDF.subject.asNode(), premise).mapWith(Triple::getSubject).toSet());
        for (Node derivation : derivations) {
          next.addAll(
              all.find(derivation, Prov.USED, Node.ANY).mapWith(Triple::getObject).toList());
        }
      }
    }
    return found;
  }

  private static Set<Triple> conclusions(Firing firing) {
    Set<Triple> conclusions = new HashSet<>();
    firing.conclusions(conclusions::add);
    return conclusions;
  }
}
