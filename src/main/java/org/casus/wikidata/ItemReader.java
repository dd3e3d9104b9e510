package org.casus.wikidata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.model.EdtfDate;
import org.casus.vocab.Wikidata;

/** Asks for items and reads what Wikidata says of them. Classes are looked up once. */
final class ItemReader {

  /** How many items are asked for at once: enough for few requests, few enough for short ones. */
  static final int BATCH = 25;

  private static final Map<String, Item.Moment> MOMENTS =
      Map.of(
          "P580", Item.Moment.START,
          "P571", Item.Moment.START,
          "P582", Item.Moment.END,
          "P576", Item.Moment.END,
          "P585", Item.Moment.TIME,
          "P577", Item.Moment.TIME);
  private static final List<String> COUNTRIES = List.of("P17", "P27", "P1001");

  private final SparqlSource source;
  private final Map<Node, Set<String>> superclasses = new HashMap<>();

  ItemReader(SparqlSource source) {
    this.source = source;
  }

  SparqlSource source() {
    return source;
  }

  /**
   * The items by identifier, in the order in which they were named; also those that do not exist.
   */
  Map<String, Item> read(Collection<String> ids, WorkProgress progress) {
    Map<String, Item> items = new LinkedHashMap<>();
    List<List<String>> batches = batches(ids);
    for (int i = 0; i < batches.size(); i++) {
      List<Node> nodes = batches.get(i).stream().map(Wikidata::entity).toList();
      Graph graph = GraphFactory.createDefaultGraph();
      triples(WikidataQuery.PLAIN, nodes).forEach(graph::add);
      triples(WikidataQuery.STATEMENTS, nodes).forEach(graph::add);
      lookUpClasses(graph);
      batches.get(i).forEach(id -> items.put(id, item(id, graph)));
      progress.done(i + 1, batches.size());
    }
    return items;
  }

  static List<List<String>> batches(Collection<String> ids) {
    List<String> all = List.copyOf(new java.util.LinkedHashSet<>(ids));
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(i + BATCH, all.size())));
    }
    return batches;
  }

  Stream<Triple> triples(WikidataQuery query, Collection<Node> about) {
    return about.isEmpty()
        ? Stream.empty()
        : source.select(query.about(about)).stream().flatMap(ItemReader::triple);
  }

  private static Stream<Triple> triple(Binding solution) {
    Node s = solution.get(Var.alloc("s"));
    Node predicate = solution.get(Var.alloc("predicate"));
    Node o = solution.get(Var.alloc("o"));
    return s == null || predicate == null || o == null
        ? Stream.empty()
        : Stream.of(Triple.create(s, predicate, o));
  }

  private void lookUpClasses(Graph graph) {
    Set<Node> unknown =
        graph
            .find(Node.ANY, NodeFactory.createURI(Wikidata.DIRECT + "P31"), Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(Wikidata::isItem)
            .filterDrop(superclasses::containsKey)
            .toSet();
    unknown.forEach(
        type -> superclasses.computeIfAbsent(type, any -> new TreeSet<>()).add(Wikidata.id(type)));
    triples(WikidataQuery.SUPERCLASSES, unknown)
        .filter(triple -> Wikidata.isItem(triple.getObject()))
        .forEach(
            triple ->
                superclasses
                    .computeIfAbsent(triple.getSubject(), any -> new TreeSet<>())
                    .add(Wikidata.id(triple.getObject())));
  }

  private Item item(String id, Graph graph) {
    Node item = Wikidata.entity(id);
    Set<String> classes = new TreeSet<>();
    List<String> classLabels = new ArrayList<>();
    direct(graph, item, "P31")
        .sorted(java.util.Comparator.comparing(Node::getURI))
        .forEach(
            type -> {
              classes.addAll(superclasses.getOrDefault(type, Set.of()));
              classLabels.add(label(graph, type));
            });
    Map<String, String> countries = new TreeMap<>();
    COUNTRIES.stream()
        .flatMap(property -> direct(graph, item, property))
        .forEach(country -> countries.put(Wikidata.id(country), label(graph, country)));
    return new Item(
        id,
        names(graph, item),
        classes,
        List.copyOf(classLabels),
        countries,
        dates(graph, item),
        positions(graph, item),
        point(graph, item),
        objects(graph, item, OWL.sameAs.asNode())
            .filter(Wikidata::isItem)
            .map(Wikidata::id)
            .findFirst(),
        graph.contains(item, Node.ANY, Node.ANY));
  }

  private static List<Name> names(Graph graph, Node item) {
    List<Name> names = new ArrayList<>();
    objects(graph, item, RDFS.label.asNode()).forEach(label -> names.add(name(label, true)));
    objects(graph, item, SKOS.altLabel.asNode()).forEach(alias -> names.add(name(alias, false)));
    names.sort(
        java.util.Comparator.comparing(Name::preferred)
            .reversed()
            .thenComparing(Name::language)
            .thenComparing(Name::text));
    return List.copyOf(names);
  }

  private static Name name(Node literal, boolean preferred) {
    return new Name(literal.getLiteralLexicalForm(), literal.getLiteralLanguage(), preferred);
  }

  private static List<Item.Dated> dates(Graph graph, Node item) {
    List<Item.Dated> dates = new ArrayList<>();
    new TreeMap<>(MOMENTS)
        .forEach(
            (property, moment) ->
                statements(graph, item, property)
                    .flatMap(
                        statement ->
                            date(graph, statement, Wikidata.STATEMENT_VALUE + property).stream())
                    .forEach(date -> dates.add(new Item.Dated(moment, date))));
    return List.copyOf(dates);
  }

  private static List<Item.Holding> positions(Graph graph, Node item) {
    List<Item.Holding> positions = new ArrayList<>();
    statements(graph, item, "P39")
        .forEach(
            statement ->
                objects(graph, statement, NodeFactory.createURI(Wikidata.STATEMENT + "P39"))
                    .filter(Wikidata::isItem)
                    .forEach(
                        position ->
                            positions.add(
                                new Item.Holding(
                                    Wikidata.id(position),
                                    label(graph, position),
                                    date(graph, statement, Wikidata.QUALIFIER_VALUE + "P580"),
                                    end(graph, statement)))));
    return List.copyOf(positions);
  }

  /** “No value” as end says that it still goes on; no statement of an end says nothing. */
  private static Optional<EdtfDate> end(Graph graph, Node statement) {
    Node noEnd = NodeFactory.createURI(Wikidata.NO_VALUE + "P582");
    return graph.contains(statement, RDF.type.asNode(), noEnd)
        ? Optional.of(EdtfDate.OPEN)
        : date(graph, statement, Wikidata.QUALIFIER_VALUE + "P582");
  }

  private static Optional<EdtfDate> date(Graph graph, Node statement, String property) {
    return objects(graph, statement, NodeFactory.createURI(property))
        .flatMap(value -> time(graph, value).stream())
        .min(java.util.Comparator.comparing(EdtfDate::text));
  }

  private static Optional<EdtfDate> time(Graph graph, Node value) {
    Optional<String> time =
        objects(graph, value, Wikidata.TIME_VALUE).map(Node::getLiteralLexicalForm).findFirst();
    Optional<Integer> precision =
        objects(graph, value, Wikidata.TIME_PRECISION)
            .map(node -> Integer.valueOf(node.getLiteralLexicalForm()))
            .findFirst();
    return time.isPresent() && precision.isPresent()
        ? WikidataTime.date(time.get(), precision.get())
        : Optional.empty();
  }

  private static Optional<Point> point(Graph graph, Node item) {
    return statements(graph, item, "P625")
        .flatMap(
            statement ->
                objects(graph, statement, NodeFactory.createURI(Wikidata.STATEMENT_VALUE + "P625")))
        .flatMap(value -> point(value, graph).stream())
        .findFirst();
  }

  private static Optional<Point> point(Node value, Graph graph) {
    Optional<Double> longitude = number(graph, value, Wikidata.GEO_LONGITUDE);
    Optional<Double> latitude = number(graph, value, Wikidata.GEO_LATITUDE);
    return longitude.isPresent() && latitude.isPresent()
        ? Optional.of(new Point(longitude.get(), latitude.get()))
        : Optional.empty();
  }

  private static Optional<Double> number(Graph graph, Node value, Node property) {
    return objects(graph, value, property)
        .map(node -> Double.valueOf(node.getLiteralLexicalForm()))
        .findFirst();
  }

  private static Stream<Node> statements(Graph graph, Node item, String property) {
    return objects(graph, item, NodeFactory.createURI(Wikidata.CLAIM + property))
        .filter(statement -> !graph.contains(statement, Wikidata.RANK, Wikidata.DEPRECATED_RANK))
        .sorted(java.util.Comparator.comparing(Node::toString));
  }

  private static Stream<Node> direct(Graph graph, Node item, String property) {
    return objects(graph, item, NodeFactory.createURI(Wikidata.DIRECT + property))
        .filter(Wikidata::isItem);
  }

  private static String label(Graph graph, Node node) {
    return objects(graph, node, RDFS.label.asNode())
        .min(java.util.Comparator.comparing(Node::getLiteralLanguage))
        .map(Node::getLiteralLexicalForm)
        .orElse(Wikidata.id(node));
  }

  private static Stream<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
  }
}
