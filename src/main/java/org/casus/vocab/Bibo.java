package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of BIBO, the Bibliographic Ontology. */
public final class Bibo {

  public static final String NAMESPACE = "http://purl.org/ontology/bibo/";

  public static final Node VOLUME = term("volume");
  public static final Node ISSUE = term("issue");
  public static final Node PAGES = term("pages");
  public static final Node DOI = term("doi");

  private Bibo() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
