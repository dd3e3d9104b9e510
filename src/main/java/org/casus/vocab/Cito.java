package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of CiTO, the Citation Typing Ontology. */
public final class Cito {

  public static final String NAMESPACE = "http://purl.org/spar/cito/";

  public static final Node CITES = term("cites");
  public static final Node HAS_CITED_ENTITY = term("hasCitedEntity");
  public static final Node HAS_CITING_ENTITY = term("hasCitingEntity");

  private Cito() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
