package org.casus.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.assertj.core.api.AbstractAssert;

/** Compares graphs without blank nodes; a failure shows which triples are missing and surplus. */
public final class GraphAssert extends AbstractAssert<GraphAssert, Graph> {

  /** The prefixes that Turtle in tests need not declare. */
  public static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("casus", "https://w3id.org/casus/ontology#")
          .setNsPrefix("id", "https://w3id.org/casus/id/")
          .setNsPrefix("cito", "http://purl.org/spar/cito/")
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("bibo", "http://purl.org/ontology/bibo/")
          .setNsPrefix("geo", "http://www.opengis.net/ont/geosparql#")
          .setNsPrefix("owl", "http://www.w3.org/2002/07/owl#")
          .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  private GraphAssert(Graph actual) {
    super(actual, GraphAssert.class);
  }

  public static GraphAssert assertThatGraph(Graph actual) {
    return new GraphAssert(actual);
  }

  /** A graph from Turtle that may use {@link #PREFIXES}; things are written {@code <kind/slug>}. */
  public static Graph turtle(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    StringBuilder whole = new StringBuilder("@base <" + PREFIXES.getNsPrefixURI("id") + "> .\n");
    PREFIXES
        .getNsPrefixMap()
        .forEach((prefix, iri) -> whole.append("@prefix %s: <%s> .%n".formatted(prefix, iri)));
    RDFParser.fromString(whole + text, Lang.TURTLE).parse(graph);
    return graph;
  }

  /** Holds if the triples are those of the Turtle text, no more and no fewer. */
  public GraphAssert hasExactly(String turtle) {
    isNotNull();
    SortedSet<String> expected = lines(turtle(turtle));
    SortedSet<String> found = lines(actual);
    report(difference(expected, found), difference(found, expected));
    return this;
  }

  /** Holds if the triples of the Turtle text are there, whatever else is. */
  public GraphAssert hasAtLeast(String turtle) {
    isNotNull();
    report(difference(lines(turtle(turtle)), lines(actual)), List.of());
    return this;
  }

  private void report(List<String> missing, List<String> surplus) {
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw failure(
          "%d triples are missing:%n%s%n%d triples are surplus:%n%s",
          missing.size(), String.join("\n", missing), surplus.size(), String.join("\n", surplus));
    }
  }

  private static List<String> difference(SortedSet<String> left, SortedSet<String> right) {
    List<String> rest = new ArrayList<>(left);
    rest.removeAll(right);
    return rest;
  }

  private static SortedSet<String> lines(Graph graph) {
    SortedSet<String> lines = new TreeSet<>();
    graph.find().mapWith(GraphAssert::line).forEach(lines::add);
    return lines;
  }

  private static String line(Triple triple) {
    return String.join(
            " ",
            Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .map(GraphAssert::text)
                .toList())
        + " .";
  }

  private static String text(Node node) {
    String ids = PREFIXES.getNsPrefixURI("id");
    return node.isURI() && node.getURI().startsWith(ids)
        ? "<" + node.getURI().substring(ids.length()) + ">"
        : FmtUtils.stringForNode(node, PREFIXES);
  }
}
