package org.casus.validation;

import org.apache.jena.graph.Node;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * Nodes as a curator writes them: kind/slug for things, casus:x for terms, the text of literals.
 */
final class Nodes {

  private Nodes() {}

  static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    String text = node.isURI() ? node.getURI() : "a blank node";
    if (text.startsWith(Iris.THINGS)) {
      return text.substring(Iris.THINGS.length());
    }
    return text.startsWith(Casus.NAMESPACE)
        ? "casus:" + text.substring(Casus.NAMESPACE.length())
        : text;
  }
}
