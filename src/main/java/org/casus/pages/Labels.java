package org.casus.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * What things are called, in English where there is such a label. Remembers what it has read: make
 * one for each page, within a read transaction.
 */
final class Labels {
  private static final Comparator<Node> ENGLISH_FIRST =
      Comparator.comparing((Node label) -> !label.getLiteralLanguage().startsWith("en"))
          .thenComparing(Node::getLiteralLexicalForm);

  private final DatasetGraph dataset;
  private final Map<Node, Link> known = new HashMap<>();

  Labels(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** A thing by its label, with the address of its page. */
  Link of(Node node) {
    return known.computeIfAbsent(node, this::read);
  }

  /** The label alone. */
  String text(Node node) {
    return of(node).label();
  }

  private Link read(Node node) {
    String href = node.isURI() ? Addresses.of(node.getURI()) : "";
    Optional<Node> label = label(node);
    return label
        .map(
            text ->
                new Link(text.getLiteralLexicalForm(), foreign(text.getLiteralLanguage()), href))
        .orElseGet(() -> Link.of(node.isURI() ? ending(node.getURI()) : "unnamed", href));
  }

  private Optional<Node> label(Node node) {
    Iterator<Quad> labels = dataset.findNG(Node.ANY, node, RDFS.label.asNode(), Node.ANY);
    Optional<Node> best = Optional.empty();
    while (labels.hasNext()) {
      Node label = labels.next().getObject();
      if (label.isLiteral() && (best.isEmpty() || ENGLISH_FIRST.compare(label, best.get()) < 0)) {
        best = Optional.of(label);
      }
    }
    return best;
  }

  /** The language tag, unless it is that of the pages. */
  static String foreign(String tag) {
    return tag.equals("en") ? "" : tag;
  }

  /**
   * What to call a thing without a label: its path here; the words of a term of a vocabulary that
   * is much used, which is named in camel case; else the IRI.
   */
  static String ending(String iri) {
    if (iri.startsWith(Iris.THINGS)) {
      return iri.substring(Iris.THINGS.length());
    }
    if (iri.startsWith(Iris.GRAPHS)) {
      return iri.substring(Iris.GRAPHS.length());
    }
    if (iri.startsWith(Casus.BASE)) {
      return iri.substring(Casus.BASE.length());
    }
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    return Syntax.isVocabulary(iri.substring(0, end))
        ? iri.substring(end).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
        : iri;
  }
}
