package org.casus.explanation;

import java.util.List;

/**
 * Draws an explanation in the language of Graphviz. Arrows lead from what holds to why it holds;
 * what would fall with the thing explained is drawn dashed.
 */
final class DotGraph {
  private static final int WIDTH = 40;

  private final Explanation explanation;
  private final StringBuilder out = new StringBuilder();

  DotGraph(Explanation explanation) {
    this.explanation = explanation;
  }

  String render() {
    out.append("digraph explanation {\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [fontname=\"sans-serif\", fontsize=10];\n");
    explanation.things().forEach(this::thing);
    for (int i = 0; i < explanation.derivedTriples().size(); i++) {
      DerivedTriple triple = explanation.derivedTriples().get(i);
      String id = explanation.iri() + " derived " + (i + 1);
      node(id, "box", "", explanation.subject().label(), Words.triple(triple));
      reasons(id, triple.derivations());
    }
    for (int i = 0; i < explanation.conclusions().size(); i++) {
      conclusion(explanation.conclusions().get(i), explanation.iri() + " conclusion " + (i + 1));
    }
    return out.append("}\n").toString();
  }

  private void thing(Thing thing) {
    String style = thing.iri().equals(explanation.iri()) ? "bold" : "";
    node(thing.iri(), "box", style, thing.label(), Words.kindAndPeriod(thing));
    for (Attestation attestation : thing.attestations()) {
      String id = thing.iri() + " in " + attestation.graph();
      String quotes = String.join(" ", attestation.quotes().stream().map(Words::quoted).toList());
      node(
          id,
          "note",
          "",
          Words.origin(attestation),
          quotes,
          Words.graphs(List.of(attestation.graph())));
      edge(thing.iri(), id, "");
    }
    reasons(thing.iri(), thing.derivations());
  }

  private void reasons(String conclusion, List<Derivation> derivations) {
    for (Derivation derivation : derivations) {
      String period = derivation.period() == null ? "" : derivation.period().inWords();
      node(
          derivation.iri(),
          "ellipse",
          "",
          derivation.rule().label(),
          derivation.tellsInWords(),
          period);
      edge(conclusion, derivation.iri(), "");
      derivation.premisesOf(conclusion).forEach(premise -> edge(derivation.iri(), premise, ""));
    }
  }

  private void conclusion(Conclusion conclusion, String id) {
    String left = conclusion.falls() ? "would fall" : "reasons left: " + conclusion.reasonsLeft();
    node(id, "box", "dashed", conclusion.label(), left);
    if (conclusion.direct()) {
      edge(id, explanation.iri(), "dashed");
    }
  }

  private void node(String id, String shape, String style, String... paragraphs) {
    StringBuilder label = new StringBuilder();
    for (String paragraph : paragraphs) {
      if (!paragraph.isEmpty()) {
        Wrapping.lines(paragraph, WIDTH)
            .forEach(line -> label.append(label.isEmpty() ? "" : "\\n").append(escaped(line)));
      }
    }
    out.append("  \"").append(escaped(id)).append("\" [shape=").append(shape);
    out.append(style.isEmpty() ? "" : ", style=" + style);
    out.append(", label=\"").append(label).append("\"];\n");
  }

  private void edge(String from, String to, String style) {
    out.append("  \"").append(escaped(from)).append("\" -> \"").append(escaped(to)).append('"');
    out.append(style.isEmpty() ? "" : " [style=" + style + "]").append(";\n");
  }

  /** In labels Graphviz reads more escapes than the two that its strings need; none may arise. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
