package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The namespaces and terms of the RDF model of Wikidata that the program reads or writes
 * (Wikibase/Indexing/RDF Dump Format). A statement is a node of its own: {@code p:P39} leads from
 * the item to it, {@code ps:P39} from it to the plain value, {@code pq:} to qualifiers, and {@code
 * psv:}, {@code pqv:} to values with their precision. A statement of the class {@code wdno:P582}
 * says that there is no end.
 */
public final class Wikidata {

  /** Items and properties: {@code wd:Q399}, {@code wd:P39}. */
  public static final String ENTITY = "http://www.wikidata.org/entity/";

  /** Best values, without qualifiers: {@code wdt:P31}. */
  public static final String DIRECT = "http://www.wikidata.org/prop/direct/";

  /** From an item to its statements: {@code p:P39}. */
  public static final String CLAIM = "http://www.wikidata.org/prop/";

  /** From a statement to its plain value: {@code ps:P39}. */
  public static final String STATEMENT = "http://www.wikidata.org/prop/statement/";

  /** From a statement to its value as a node: {@code psv:P580}. */
  public static final String STATEMENT_VALUE = "http://www.wikidata.org/prop/statement/value/";

  /** From a statement to the value of a qualifier as a node: {@code pqv:P580}. */
  public static final String QUALIFIER_VALUE = "http://www.wikidata.org/prop/qualifier/value/";

  /** Classes of statements that have no value for a property: {@code wdno:P582}. */
  public static final String NO_VALUE = "http://www.wikidata.org/prop/novalue/";

  /** Stands for a value that exists and is not known. */
  public static final String UNKNOWN_VALUE = "http://www.wikidata.org/.well-known/genid/";

  public static final String WIKIBASE = "http://wikiba.se/ontology#";

  public static final Node RANK = wikibase("rank");
  public static final Node DEPRECATED_RANK = wikibase("DeprecatedRank");
  public static final Node TIME_VALUE = wikibase("timeValue");
  public static final Node TIME_PRECISION = wikibase("timePrecision");
  public static final Node GEO_LATITUDE = wikibase("geoLatitude");
  public static final Node GEO_LONGITUDE = wikibase("geoLongitude");

  private Wikidata() {}

  /** An item or property, by its identifier. */
  public static Node entity(String id) {
    return NodeFactory.createURI(ENTITY + id);
  }

  /** Whether the node is an item, as opposed to a property, statement or anything else. */
  public static boolean isItem(Node node) {
    return node.isURI()
        && node.getURI().startsWith(ENTITY + "Q")
        && node.getURI().substring(ENTITY.length() + 1).chars().allMatch(Character::isDigit);
  }

  /** The identifier of an item or property. */
  public static String id(Node entity) {
    return entity.getURI().substring(ENTITY.length());
  }

  private static Node wikibase(String name) {
    return NodeFactory.createURI(WIKIBASE + name);
  }
}
