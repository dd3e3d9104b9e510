package org.casus.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.iri.Iris;

/**
 * What a dataset holds, in numbers: of its union, of each named graph, and which class has which
 * properties with values of which class or datatype. Each triple of the union counts once, however
 * many graphs have it. Nothing here is in any order.
 */
final class DatasetStatistics {
  /** What is counted of a set of triples. */
  static final class Counts {
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private final Map<Node, Set<Node>> instances = new HashMap<>();
    private final Map<Node, PropertyCounts> properties = new HashMap<>();
    private long triples;

    private void add(Triple triple) {
      triples++;
      subjects.add(triple.getSubject());
      objects.add(triple.getObject());
      properties
          .computeIfAbsent(triple.getPredicate(), any -> new PropertyCounts())
          .add(triple.getSubject(), triple.getObject());
      if (triple.getPredicate().equals(RDF.type.asNode())) {
        instances
            .computeIfAbsent(triple.getObject(), any -> new HashSet<>())
            .add(triple.getSubject());
      }
    }

    long triples() {
      return triples;
    }

    long distinctSubjects() {
      return subjects.size();
    }

    long distinctObjects() {
      return objects.size();
    }

    /** Subjects whose IRI begins with this. */
    long entities(String uriSpace) {
      return subjects.stream()
          .filter(subject -> subject.isURI() && subject.getURI().startsWith(uriSpace))
          .count();
    }

    /** Classes and their instances. */
    Map<Node, Set<Node>> instances() {
      return instances;
    }

    Map<Node, PropertyCounts> properties() {
      return properties;
    }
  }

  /** What is counted of the triples of one property. */
  static final class PropertyCounts {
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private long triples;

    private void add(Node subject, Node object) {
      triples++;
      subjects.add(subject);
      objects.add(object);
    }

    long triples() {
      return triples;
    }

    long distinctSubjects() {
      return subjects.size();
    }

    long distinctObjects() {
      return objects.size();
    }
  }

  /** The triples of one property whose subjects are of one class. */
  static final class Uses {
    private final Map<Node, Long> valueClasses = new HashMap<>();
    private final Map<Node, Long> datatypes = new HashMap<>();
    private long triples;

    long triples() {
      return triples;
    }

    /** Classes of the values, with the number of triples. */
    Map<Node, Long> valueClasses() {
      return valueClasses;
    }

    /** Datatypes of the values, with the number of triples. */
    Map<Node, Long> datatypes() {
      return datatypes;
    }
  }

  private final Counts union = new Counts();
  private final Map<Node, Counts> graphs = new HashMap<>();
  private final Map<Node, Map<Node, Uses>> uses = new HashMap<>();
  private final Map<Node, Set<Node>> classes = new HashMap<>();

  private DatasetStatistics() {}

  static DatasetStatistics of(Iterable<Quad> quads) {
    DatasetStatistics statistics = new DatasetStatistics();
    Set<Triple> triples = new HashSet<>();
    for (Quad quad : quads) {
      statistics.graphs.computeIfAbsent(quad.getGraph(), any -> new Counts()).add(quad.asTriple());
      if (triples.add(quad.asTriple())) {
        statistics.union.add(quad.asTriple());
      }
      if (quad.getPredicate().equals(RDF.type.asNode()) && !isEntailed(quad.getGraph())) {
        statistics
            .classes
            .computeIfAbsent(quad.getSubject(), any -> new HashSet<>())
            .add(quad.getObject());
      }
    }
    triples.forEach(statistics::addUse);
    return statistics;
  }

  private static boolean isEntailed(Node graph) {
    return Iris.graphName(graph).matches("inferred/(.*/)?owl");
  }

  private void addUse(Triple triple) {
    Node value = triple.getObject();
    for (Node type : classes.getOrDefault(triple.getSubject(), Set.of())) {
      Uses use =
          uses.computeIfAbsent(type, any -> new HashMap<>())
              .computeIfAbsent(triple.getPredicate(), any -> new Uses());
      use.triples++;
      if (value.isLiteral()) {
        use.datatypes.merge(NodeFactory.createURI(value.getLiteralDatatypeURI()), 1L, Long::sum);
      } else {
        classes
            .getOrDefault(value, Set.of())
            .forEach(kind -> use.valueClasses.merge(kind, 1L, Long::sum));
      }
    }
  }

  /** All graphs as one. */
  Counts union() {
    return union;
  }

  Map<Node, Counts> graphs() {
    return graphs;
  }

  /**
   * Properties by the class of the subject. Of the classes of a thing only those count that it was
   * given, not those that follow by OWL, so that each use stands with the classes that say most.
   */
  Map<Node, Map<Node, Uses>> uses() {
    return uses;
  }
}
