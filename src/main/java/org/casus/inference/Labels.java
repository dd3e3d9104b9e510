package org.casus.inference;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;

/** The labels of things, for the labels of what is derived from them. */
final class Labels {

  private final Graph graph;
  private final Map<Node, String> known = new HashMap<>();

  Labels(Graph graph) {
    this.graph = graph;
  }

  /**
   * The label of the record that a rule concludes.
   *
   * @param covered whether the sources tell of some of its days; the label says where not
   */
  Node english(Firing firing, boolean covered) {
    return NodeFactory.createLiteralLang(
        firing.text(this::of) + (covered ? "" : ", not covered"), "en");
  }

  /** A label of the thing, the first in order if it has several; its IRI if it has none. */
  private String of(Node thing) {
    return known.computeIfAbsent(
        thing,
        any ->
            any.isLiteral()
                ? any.getLiteralLexicalForm()
                : graph.stream(any, RDFS.label.asNode(), Node.ANY)
                    .map(triple -> triple.getObject().getLiteralLexicalForm())
                    .sorted()
                    .findFirst()
                    .orElse(any.toString()));
  }
}
