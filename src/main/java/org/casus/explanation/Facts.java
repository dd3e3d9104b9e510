package org.casus.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;

/**
 * Looks triples up in the named graphs and remembers which were found: what an explanation tells is
 * then also what it can hand on as triples. Answers are sorted. Use within a read transaction.
 */
final class Facts {
  private static final Comparator<Node> ORDER = Comparator.comparing(NodeFmtLib::strNT);

  private final DatasetGraph dataset;
  private final Set<Triple> found = new HashSet<>();

  Facts(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** Whether any graph says something about it. */
  boolean knows(Node subject) {
    return dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY).hasNext();
  }

  /** The quads of a pattern, without remembering them. */
  Iterator<Quad> glance(Node subject, Node property, Node value) {
    return dataset.findNG(Node.ANY, subject, property, value);
  }

  boolean has(Node subject, Node property, Node value) {
    return glance(subject, property, value).hasNext();
  }

  private void remember(Quad quad) {
    found.add(quad.asTriple());
  }

  List<Node> values(Node subject, Node property) {
    return values(Node.ANY, subject, property);
  }

  List<Node> values(Node graph, Node subject, Node property) {
    Set<Node> values = new HashSet<>();
    dataset
        .findNG(graph, subject, property, Node.ANY)
        .forEachRemaining(
            quad -> {
              remember(quad);
              values.add(quad.getObject());
            });
    return values.stream().sorted(ORDER).toList();
  }

  Optional<Node> value(Node subject, Node property) {
    return values(subject, property).stream().findFirst();
  }

  List<Node> subjects(Node property, Node value) {
    Set<Node> subjects = new HashSet<>();
    glance(Node.ANY, property, value)
        .forEachRemaining(
            quad -> {
              remember(quad);
              subjects.add(quad.getSubject());
            });
    return subjects.stream().sorted(ORDER).toList();
  }

  /** The graphs that have a triple of the pattern. */
  List<Node> graphs(Node subject, Node property, Node value) {
    Set<Node> graphs = new HashSet<>();
    glance(subject, property, value)
        .forEachRemaining(
            quad -> {
              remember(quad);
              graphs.add(quad.getGraph());
            });
    return graphs.stream().sorted(ORDER).toList();
  }

  /** The classes of a thing that it has not by OWL alone, as quads. */
  List<Quad> types(Node subject) {
    List<Quad> said = new ArrayList<>();
    List<Quad> entailed = new ArrayList<>();
    glance(subject, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(
            quad ->
                (Iris.graphName(quad.getGraph()).matches("inferred/(.*/)?owl") ? entailed : said)
                    .add(quad));
    List<Quad> types = said.isEmpty() ? entailed : said;
    types.forEach(this::remember);
    types.sort(Comparator.comparing(Quad::getObject, ORDER).thenComparing(Quad::getGraph, ORDER));
    return types;
  }

  /** A thing by its label, English first; a literal by its text. */
  Named named(Node node) {
    if (!node.isURI()) {
      return new Named(null, node.isLiteral() ? node.getLiteralLexicalForm() : "unnamed");
    }
    List<Node> labels =
        values(node, RDFS.label.asNode()).stream()
            .filter(Node::isLiteral)
            .sorted(Comparator.comparing(label -> !label.getLiteralLanguage().startsWith("en")))
            .toList();
    return new Named(
        node.getURI(), labels.isEmpty() ? ending(node) : labels.get(0).getLiteralLexicalForm());
  }

  private static String ending(Node node) {
    String iri = node.getURI();
    return iri.startsWith(Iris.THINGS)
        ? iri.substring(Iris.THINGS.length())
        : iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  /** Everything remembered, in the order of subject, property and value; types come first. */
  List<Triple> found() {
    return found.stream()
        .sorted(
            Comparator.comparing(Triple::getSubject, ORDER)
                .thenComparing(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
                .thenComparing(Triple::getPredicate, ORDER)
                .thenComparing(Triple::getObject, ORDER))
        .toList();
  }
}
