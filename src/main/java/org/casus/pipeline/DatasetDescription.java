package org.casus.pipeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.casus.iri.Iris;
import org.casus.pipeline.DatasetStatistics.Counts;
import org.casus.pipeline.DatasetStatistics.PropertyCounts;
import org.casus.pipeline.DatasetStatistics.Uses;
import org.casus.vocab.Casus;
import org.casus.vocab.VoidExt;
import org.casus.vocab.Wikidata;

/**
 * The dataset described with VoID and DCAT, for the graph {@code catalogue}: what it is, what it
 * holds in numbers, with partitions by class and property of the whole and of each named graph, and
 * how it is linked.
 *
 * <p>The numbers are those of the dataset without this description, which would otherwise have to
 * count itself. Where it is served, and since when, is not known to a build; the server adds it.
 *
 * <p>Partitions have IRIs with a fragment, since the dataset has no blank nodes. For the whole,
 * each class names its properties, and these the classes and datatypes of their values, in the form
 * that SPARQL editors complete queries from.
 *
 * @see <a href="https://www.w3.org/TR/void/">Describing Linked Datasets with the VoID
 *     Vocabulary</a>
 */
final class DatasetDescription {
  static final String TITLE =
      "Casus: a knowledge graph on the 44-day Nagorno-Karabakh war of 2020 and Russia's"
          + " impartiality";
  static final String ABSTRACT =
      "Statements, claims, agreements, offices, events and citations on why the Nagorno-Karabakh"
          + " war of 2020 broke out and why Russia stayed impartial, as linked data with a SPARQL"
          + " endpoint. Each record names its source and the place in it.";
  static final List<String> KEYWORDS =
      List.of(
          "Nagorno-Karabakh",
          "Russia",
          "Armenia",
          "Azerbaijan",
          "alliances",
          "diminishing justice",
          "knowledge graph",
          "linked data");

  private static final String CREATOR = "The Casus authors";
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
  private static final Node DATASET = Iris.thing("dataset", "casus");

  /** Classes of which the description names an instance, so that a stranger sees one of each. */
  private static final List<Node> EXAMPLES =
      List.of(
          Casus.STATEMENT,
          Casus.CLAIM,
          Casus.AGREEMENT,
          Casus.BOND,
          Casus.EXPLANATION,
          Casus.term("Person"));

  private static final List<Property> LINKS = List.of(OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch);

  private final DatasetStatistics statistics;
  private final PrefixMapping prefixes;
  private final Consumer<Triple> out;

  private DatasetDescription(
      DatasetStatistics statistics, PrefixMapping prefixes, Consumer<Triple> out) {
    this.statistics = statistics;
    this.prefixes = prefixes;
    this.out = out;
  }

  /**
   * Describes quads.
   *
   * @param prefixes give the partitions speaking names
   */
  static void write(Iterable<Quad> quads, PrefixMapping prefixes, Consumer<Triple> out) {
    DatasetDescription description =
        new DatasetDescription(DatasetStatistics.of(quads), prefixes, out);
    description.dataset();
    description.statistics.graphs().forEach(description::graph);
    description.uses();
    description.links();
  }

  private void dataset() {
    add(DATASET, RDF.type, VOID.Dataset);
    add(DATASET, RDF.type, DCAT.Dataset);
    text(DATASET, RDFS.label, "Casus");
    text(DATASET, DCTerms.title, TITLE);
    text(DATASET, DCTerms.description, ABSTRACT);
    add(DATASET, DCTerms.creator, NodeFactory.createLiteralString(CREATOR));
    add(DATASET, DCTerms.license, NodeFactory.createURI(LICENCE));
    KEYWORDS.forEach(word -> text(DATASET, DCAT.keyword, word));
    add(DATASET, VOID.uriSpace, NodeFactory.createLiteralString(Casus.BASE));
    Counts counts = statistics.union();
    count(DATASET, VOID.entities, counts.entities(Casus.BASE));
    counts(DATASET, counts);
    vocabularies().forEach(each -> add(DATASET, VOID.vocabulary, NodeFactory.createURI(each)));
    for (Node type : EXAMPLES) {
      counts.instances().getOrDefault(type, Set.of()).stream()
          .filter(Node::isURI)
          .map(Node::getURI)
          .sorted()
          .findFirst()
          .ifPresent(example -> add(DATASET, VOID.exampleResource, NodeFactory.createURI(example)));
    }
  }

  private SortedSet<String> vocabularies() {
    SortedSet<String> vocabularies = new TreeSet<>();
    statistics.union().properties().keySet().stream()
        .map(property -> property.getURI().replaceFirst("[^/#]*$", ""))
        .forEach(vocabularies::add);
    return vocabularies;
  }

  private void graph(Node graph, Counts counts) {
    add(DATASET, VOID.subset, graph);
    add(graph, RDF.type, Casus.NAMED_GRAPH);
    add(graph, RDF.type, VOID.Dataset);
    String name = Iris.graphName(graph);
    GraphDescriptions.of(name).ifPresent(holds -> text(graph, DCTerms.description, holds));
    if (isOurs(name)) {
      add(graph, DCTerms.license, NodeFactory.createURI(LICENCE));
    }
    counts(graph, counts);
  }

  /** What is imported, or follows from it, is under the terms of its publishers. */
  private static boolean isOurs(String name) {
    return !name.startsWith("dataset/") && !name.matches("inferred/.*/.*");
  }

  private void counts(Node subject, Counts counts) {
    count(subject, VOID.triples, counts.triples());
    count(subject, VOID.classes, counts.instances().size());
    count(subject, VOID.properties, counts.properties().size());
    count(subject, VOID.distinctSubjects, counts.distinctSubjects());
    count(subject, VOID.distinctObjects, counts.distinctObjects());
    counts
        .instances()
        .forEach(
            (type, instances) -> {
              Node partition = part(subject, "class", type);
              add(subject, VOID.classPartition, partition);
              add(partition, VOID._class, type);
              count(partition, VOID.entities, instances.size());
            });
    counts
        .properties()
        .forEach(
            (property, uses) -> {
              Node partition = part(subject, "property", property);
              add(subject, VOID.propertyPartition, partition);
              property(partition, property, uses);
            });
  }

  private void property(Node partition, Node property, PropertyCounts counts) {
    add(partition, VOID.property, property);
    count(partition, VOID.triples, counts.triples());
    count(partition, VOID.distinctSubjects, counts.distinctSubjects());
    count(partition, VOID.distinctObjects, counts.distinctObjects());
  }

  private void uses() {
    statistics
        .uses()
        .forEach(
            (type, properties) -> {
              Node ofClass = part(DATASET, "class", type);
              properties.forEach((property, uses) -> uses(ofClass, property, uses));
            });
  }

  private void uses(Node ofClass, Node property, Uses uses) {
    Node partition = part(ofClass, "property", property);
    add(ofClass, VOID.propertyPartition, partition);
    add(partition, VOID.property, property);
    count(partition, VOID.triples, uses.triples());
    for (Map.Entry<Node, Long> value : uses.valueClasses().entrySet()) {
      Node values = part(partition, "class", value.getKey());
      add(partition, VOID.classPartition, values);
      add(values, VOID._class, value.getKey());
      count(values, VOID.triples, value.getValue());
    }
    for (Map.Entry<Node, Long> value : uses.datatypes().entrySet()) {
      Node values = part(partition, "datatype", value.getKey());
      out.accept(Triple.create(partition, VoidExt.DATATYPE_PARTITION, values));
      out.accept(Triple.create(values, VoidExt.DATATYPE, value.getKey()));
      count(values, VOID.triples, value.getValue());
    }
  }

  private void links() {
    Node graph = Iris.graph("wikidata");
    Counts counts = statistics.graphs().get(graph);
    if (counts == null) {
      return;
    }
    Node target = Iris.thing("dataset", "wikidata");
    for (Property predicate : LINKS) {
      PropertyCounts uses = counts.properties().get(predicate.asNode());
      if (uses != null) {
        Node links = part(graph, "links", predicate.asNode());
        add(DATASET, VOID.subset, links);
        add(links, RDF.type, VOID.Linkset);
        add(links, VOID.linkPredicate, predicate.asNode());
        add(links, VOID.subjectsTarget, DATASET);
        add(links, VOID.objectsTarget, target);
        count(links, VOID.triples, uses.triples());
        add(target, RDF.type, VOID.Dataset);
        text(target, RDFS.label, "Wikidata");
        add(target, FOAF.homepage, NodeFactory.createURI("https://www.wikidata.org/"));
        add(target, VOID.uriSpace, NodeFactory.createLiteralString(Wikidata.ENTITY));
      }
    }
  }

  /** {@code graph/reference#class-casus.Statement}, and parts of parts. */
  private Node part(Node whole, String kind, Node term) {
    String iri = whole.getURI();
    String name = prefixes.shortForm(term.getURI());
    String speaking = name.equals(term.getURI()) ? name : name.replaceFirst(":", ".");
    return NodeFactory.createURI(
        iri
            + (iri.contains("#") ? "--" : "#")
            + kind
            + "-"
            + URLEncoder.encode(speaking, StandardCharsets.UTF_8));
  }

  private void text(Node subject, Property property, String english) {
    add(subject, property, NodeFactory.createLiteralLang(english, "en"));
  }

  private void count(Node subject, Property property, long count) {
    add(
        subject,
        property,
        NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDinteger));
  }

  private void add(Node subject, Property property, Resource value) {
    add(subject, property, value.asNode());
  }

  private void add(Node subject, Property property, Node value) {
    out.accept(Triple.create(subject, property.asNode(), value));
  }
}
