package org.casus.wikidata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.vocab.Wikidata;

/** Writes items in Wikidata's own RDF model: statement nodes, ranks, values with precision. */
final class WikidataShape {

  private static final String STATEMENT_NODE = "http://www.wikidata.org/entity/statement/";
  private static final String VALUE_NODE = "http://www.wikidata.org/value/";
  private static final String QUALIFIER = "http://www.wikidata.org/prop/qualifier/";

  private final Graph graph = GraphFactory.createDefaultGraph();

  Graph graph() {
    return graph;
  }

  WikidataShape label(String id, String text, String language) {
    return add(Wikidata.entity(id), RDFS.label.asNode(), literal(text, language));
  }

  WikidataShape alias(String id, String text, String language) {
    return add(Wikidata.entity(id), SKOS.altLabel.asNode(), literal(text, language));
  }

  /** A statement without qualifiers, as the direct property and as a node. */
  WikidataShape value(String id, String property, String value) {
    add(Wikidata.entity(id), direct(property), Wikidata.entity(value));
    statement(id, property, id + "-" + property + "-" + value, Wikidata.entity(value));
    return this;
  }

  /**
   * A position held.
   *
   * @param statement id of the statement
   * @param start year, month or day; empty for none
   * @param end the same; “..” for “no value”
   */
  WikidataShape position(String id, String position, String statement, String start, String end) {
    add(Wikidata.entity(id), direct("P39"), Wikidata.entity(position));
    Node node = statement(id, "P39", statement, Wikidata.entity(position));
    if (!start.isEmpty()) {
      add(node, NodeFactory.createURI(Wikidata.QUALIFIER_VALUE + "P580"), time(start));
      add(node, NodeFactory.createURI(QUALIFIER + "P580"), dateTime(start));
    }
    if (end.equals("..")) {
      add(node, RDF.type.asNode(), NodeFactory.createURI(Wikidata.NO_VALUE + "P582"));
    } else if (!end.isEmpty()) {
      add(node, NodeFactory.createURI(Wikidata.QUALIFIER_VALUE + "P582"), time(end));
      add(node, NodeFactory.createURI(QUALIFIER + "P582"), dateTime(end));
    }
    return this;
  }

  WikidataShape point(String id, double longitude, double latitude) {
    Node node = statement(id, "P625", id + "-P625", wkt(longitude, latitude));
    Node value = NodeFactory.createURI(VALUE_NODE + hash(longitude + " " + latitude));
    add(node, NodeFactory.createURI(Wikidata.STATEMENT_VALUE + "P625"), value);
    add(value, RDF.type.asNode(), wikibase("GlobecoordinateValue"));
    add(value, Wikidata.GEO_LONGITUDE, number(longitude));
    add(value, Wikidata.GEO_LATITUDE, number(latitude));
    return this;
  }

  /** A class below another. */
  WikidataShape below(String type, String other) {
    return add(Wikidata.entity(type), direct("P279"), Wikidata.entity(other));
  }

  private Node statement(String id, String property, String name, Node value) {
    Node node = NodeFactory.createURI(STATEMENT_NODE + name);
    add(Wikidata.entity(id), NodeFactory.createURI(Wikidata.CLAIM + property), node);
    add(node, RDF.type.asNode(), wikibase("Statement"));
    add(node, Wikidata.RANK, wikibase("NormalRank"));
    add(node, NodeFactory.createURI(Wikidata.STATEMENT + property), value);
    return node;
  }

  private Node time(String date) {
    Node value = NodeFactory.createURI(VALUE_NODE + hash(date));
    int precision = date.length() == 4 ? 9 : date.length() == 7 ? 10 : 11;
    add(value, RDF.type.asNode(), wikibase("TimeValue"));
    add(value, Wikidata.TIME_VALUE, dateTime(date));
    add(
        value,
        Wikidata.TIME_PRECISION,
        NodeFactory.createLiteralDT(Integer.toString(precision), XSDDatatype.XSDinteger));
    return value;
  }

  private static Node dateTime(String date) {
    String day = date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date;
    return NodeFactory.createLiteralDT(day + "T00:00:00Z", XSDDatatype.XSDdateTime);
  }

  private static Node wkt(double longitude, double latitude) {
    return NodeFactory.createLiteralString("Point(" + longitude + " " + latitude + ")");
  }

  private static Node number(double value) {
    return NodeFactory.createLiteralDT(Double.toString(value), XSDDatatype.XSDdouble);
  }

  private static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  private static Node direct(String property) {
    return NodeFactory.createURI(Wikidata.DIRECT + property);
  }

  private static Node wikibase(String name) {
    return NodeFactory.createURI(Wikidata.WIKIBASE + name);
  }

  private static Node literal(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }

  private WikidataShape add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
    return this;
  }
}
