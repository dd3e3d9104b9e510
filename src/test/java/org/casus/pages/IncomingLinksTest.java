package org.casus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.Test;

class IncomingLinksTest {

  private static final Node SPEAKER = Iris.thing("actor", "x");

  private final DatasetGraph dataset = DatasetGraphFactory.create();

  private void given(String graph, String label) {
    Node graphNode = Iris.graph(graph);
    Node claim = Iris.thing("claim", label);
    dataset.add(Quad.create(graphNode, claim, Casus.IS_HELD_BY, SPEAKER));
    dataset.add(
        Quad.create(
            graphNode, claim, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en")));
  }

  private static List<String> ofWhom(List<Incoming> links) {
    return links.stream().flatMap(link -> link.first().stream()).map(Link::label).toList();
  }

  @Test
  void whatIsToldAndEntailedIsShownAsTold() {
    given("reference", "One");
    given("inferred/owl", "One");
    given("inferred/owl", "Other");

    IncomingLinks links = IncomingLinks.to(dataset, SPEAKER, List.of());

    Labels labels = new Labels(dataset);
    assertThat(ofWhom(links.told(labels, SPEAKER))).containsExactly("One");
    assertThat(ofWhom(links.entailed(labels, SPEAKER))).containsExactly("Other");
  }

  @Test
  void nothingIsLeftOfWhatIsToldWhole() {
    given("reference", "One");
    given("inferred/owl", "One");

    assertThat(IncomingLinks.to(dataset, SPEAKER, List.of()).entailed(new Labels(dataset), SPEAKER))
        .isEmpty();
  }
}
