package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue says of the rules of the project. */
class CatalogueGraphTest {
  private static Graph catalogue;

  @BeforeAll
  static void write() {
    Problems problems = new Problems();
    RuleBook rules = RuleBook.read(ProjectCopy.original().ontology().resolve("rules"), problems);
    assertThat(problems.errors()).isZero();
    DatasetGraph dataset = DatasetGraphFactory.create();
    CatalogueGraph.write(dataset, Map.of(), rules, new CuratedData(List.of(), List.of()));
    catalogue = dataset.getGraph(Iris.graph("catalogue"));
  }

  @Test
  void aRuleThatTellsMoreOfARecordNamesTheProperties() {
    assertThat(told("casus-foederis-not-obliged")).containsExactly("finding");
    assertThat(told("stage-self-related"))
        .containsExactly("certainty", "expectedWeight", "justiceStage");
  }

  @Test
  void aRuleThatConcludesARecordOrAShortCutNamesNone() {
    assertThat(
            catalogue.contains(Iris.thing("rule", "casus-foederis"), RDFS.label.asNode(), Node.ANY))
        .isTrue();
    assertThat(told("casus-foederis")).isEmpty();
    assertThat(told("stage-tie")).isEmpty();
  }

  private static Set<String> told(String rule) {
    return catalogue
        .find(Iris.thing("rule", rule), Casus.TELLS_OF_RECORD, Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(Node::getLocalName)
        .toList()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
