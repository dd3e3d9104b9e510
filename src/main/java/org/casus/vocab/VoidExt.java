package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the extension of VoID by which editors learn the datatypes of values. */
public final class VoidExt {

  public static final String NAMESPACE = "http://ldf.fi/void-ext#";

  public static final Node DATATYPE = term("datatype");
  public static final Node DATATYPE_PARTITION = term("datatypePartition");

  private VoidExt() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
