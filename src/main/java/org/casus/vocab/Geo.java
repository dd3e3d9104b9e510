package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of OGC GeoSPARQL 1.1. */
public final class Geo {

  public static final String NAMESPACE = "http://www.opengis.net/ont/geosparql#";

  public static final Node AS_WKT = term("asWKT");
  public static final Node WKT_LITERAL = term("wktLiteral");

  private Geo() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
