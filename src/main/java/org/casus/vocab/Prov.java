package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of PROV-O (W3C Recommendation of 30 April 2013). */
public final class Prov {

  public static final String NAMESPACE = "http://www.w3.org/ns/prov#";

  public static final Node WAS_DERIVED_FROM = term("wasDerivedFrom");
  public static final Node WAS_GENERATED_BY = term("wasGeneratedBy");
  public static final Node USED = term("used");
  public static final Node HAD_PRIMARY_SOURCE = term("hadPrimarySource");

  private Prov() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
