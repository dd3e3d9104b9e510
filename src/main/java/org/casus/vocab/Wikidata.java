package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The namespaces and terms of the RDF model of Wikidata that the program reads or writes
 * (Wikibase/Indexing/RDF Dump Format). A statement is a node of its own: {@code p:P39} leads from
 * the item to it, {@code ps:P39} from it to the plain value, {@code pq:} to qualifiers, and {@code
 * psv:}, {@code pqv:} to values with their precision.
 */
public final class Wikidata {

  /** Items and properties: {@code wd:Q399}, {@code wd:P39}. */
  public static final String ENTITY = "http://www.wikidata.org/entity/";

  private static final String PROP = "http://www.wikidata.org/prop/";

  public static final String WIKIBASE = "http://wikiba.se/ontology#";

  private Wikidata() {}

  /** An item or property, by its identifier. */
  public static Node entity(String id) {
    return NodeFactory.createURI(ENTITY + id);
  }
}
