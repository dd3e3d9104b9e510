package org.casus.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VOID;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;

/**
 * The page of a thing: its names, what each graph says about it with source and locator, why what
 * is derived follows, and what leads to it. Nothing that the dataset says about the thing is left
 * out, except that long lists are cut, visibly.
 */
final class ThingPage {
  private static final Set<Node> ORIGIN =
      Set.of(DCTerms.source.asNode(), Casus.LOCATOR, Casus.CORROBORATED_BY, Casus.FACT_STATUS);

  /**
   * Derivations are shown as reasons, partitions of a dataset as tables, and the hundreds of things
   * that an article mentions each on a page of its own.
   */
  private static final Set<Node> ELSEWHERE =
      Set.of(
          Prov.WAS_GENERATED_BY,
          SchemaDO.mentions.asNode(),
          VOID.classPartition.asNode(),
          VOID.propertyPartition.asNode());

  /** Names and notes have tables of their own; the rest is how reasons and numbers are kept. */
  private static final Set<Node> HIDDEN_LINKS =
      Set.of(
          Casus.IS_NAME_OF,
          Casus.IS_NOTE_ON,
          Prov.USED,
          RDF.subject.asNode(),
          RDF.object.asNode(),
          VOID._class.asNode(),
          VOID.property.asNode());

  private final DatasetGraph dataset;
  private final Node thing;
  private final Labels labels;
  private final FactReader facts;
  private final Map<Node, List<Triple>> byGraph;

  /**
   * @param dataset in a read transaction
   */
  ThingPage(DatasetGraph dataset, Node thing) {
    this.dataset = dataset;
    this.thing = thing;
    this.labels = new Labels(dataset);
    this.facts = new FactReader(dataset, labels, derivedTriples());
    this.byGraph = FactReader.byGraph(dataset, thing);
  }

  /** What the template {@code thing} shows. */
  Map<String, Object> values() {
    List<Section> sections =
        byGraph.entrySet().stream()
            .map(entry -> section(entry.getKey(), entry.getValue()))
            .filter(section -> !section.facts().isEmpty() || section.origin().isGiven())
            .toList();
    IncomingLinks incoming = IncomingLinks.to(dataset, thing, HIDDEN_LINKS);
    Map<String, Object> values = new HashMap<>();
    values.put("thing", labels.of(thing));
    values.put("iri", thing.getURI());
    values.put("kinds", kinds());
    values.put("words", values(SKOS.definition.asNode(), DCTerms.description.asNode()));
    values.put("gists", values(Casus.GIST));
    values.put("quotes", values(Casus.QUOTE));
    values.put("speakers", values(Casus.HAS_SPEAKER));
    values.put("dates", values(Casus.DATE));
    values.put("media", values(Casus.MEDIUM));
    values.put("reports", sections.stream().map(Section::origin).filter(Origin::isGiven).toList());
    values.put("names", names());
    values.put("sections", sections.stream().filter(each -> !each.entailed()).toList());
    values.put("entailed", sections.stream().filter(Section::entailed).toList());
    values.put("reasons", reasons());
    values.put("why", Addresses.reasons(thing.getURI()));
    values.put("conclusions", conclusions());
    values.put("notes", notes());
    values.put("incoming", incoming.told(labels, thing));
    values.put("incomingEntailed", incoming.entailed(labels, thing));
    values.put(
        "classes",
        counts(VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode()));
    values.put(
        "properties",
        counts(VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode()));
    values.put("isGraph", thing.getURI().startsWith(Iris.GRAPHS));
    values.put("query", query());
    return values;
  }

  /** Where the reasons are of each triple of the thing that a rule concluded. */
  private Map<Triple, String> derivedTriples() {
    Map<Triple, String> derived = new HashMap<>();
    for (Node derivation : subjects(RDF.subject.asNode(), thing)) {
      for (Node property : objects(derivation, RDF.predicate.asNode())) {
        for (Node value : objects(derivation, RDF.object.asNode())) {
          derived.put(Triple.create(thing, property, value), Addresses.reasons(thing.getURI()));
        }
      }
    }
    return derived;
  }

  /** The classes that it was given; if there are none, those that follow. */
  private List<Link> kinds() {
    List<Node> given = new ArrayList<>();
    List<Node> entailed = new ArrayList<>();
    byGraph.forEach(
        (graph, triples) ->
            triples.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.type.asNode()))
                .map(Triple::getObject)
                .forEach((IncomingLinks.isEntailed(graph) ? entailed : given)::add));
    return (given.isEmpty() ? entailed : given)
        .stream().distinct().map(labels::of).sorted(Comparator.comparing(Link::label)).toList();
  }

  private List<Value> values(Node... properties) {
    return Stream.of(properties)
        .flatMap(property -> objects(thing, property).stream())
        .map(facts::value)
        .toList();
  }

  private Section section(Node graph, List<Triple> triples) {
    String name = Iris.graphName(graph);
    boolean entailed = IncomingLinks.isEntailed(graph);
    List<Triple> told =
        triples.stream()
            .filter(triple -> !ORIGIN.contains(triple.getPredicate()))
            .filter(triple -> !ELSEWHERE.contains(triple.getPredicate()))
            .toList();
    return new Section(
        labels.of(graph),
        name,
        name.startsWith("inferred/") && !entailed,
        entailed,
        origin(triples),
        facts.facts(told));
  }

  private Origin origin(List<Triple> triples) {
    return new Origin(
        of(triples, DCTerms.source.asNode()),
        of(triples, Casus.LOCATOR),
        of(triples, Casus.CORROBORATED_BY),
        of(triples, Casus.HAS_PRIMARY_SOURCE),
        of(triples, Casus.FACT_STATUS));
  }

  private List<Value> of(List<Triple> triples, Node property) {
    return triples.stream()
        .filter(triple -> triple.getPredicate().equals(property))
        .map(triple -> facts.value(triple.getObject()))
        .sorted(Comparator.comparing(value -> value.link().label()))
        .toList();
  }

  private List<Name> names() {
    return subjects(Casus.IS_NAME_OF, thing).stream()
        .map(this::name)
        .sorted(Comparator.comparing(Name::language).thenComparing(name -> name.form().label()))
        .toList();
  }

  private Name name(Node name) {
    Link form = labels.of(name);
    return new Name(
        form,
        language(tag(name)),
        objects(name, Casus.NAME_KIND).stream().map(facts::value).toList(),
        objects(name, Casus.IS_USED_BY).stream().map(facts::value).toList(),
        originOf(name));
  }

  /** The language of the label; a name in English has none, being in that of the page. */
  private String tag(Node name) {
    return objects(name, RDFS.label.asNode()).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLanguage)
        .findFirst()
        .orElse("");
  }

  private Origin originOf(Node record) {
    return origin(
        FactReader.byGraph(dataset, record).values().stream().flatMap(List::stream).toList());
  }

  private static String language(String tag) {
    return tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  private List<Reason> reasons() {
    return objects(thing, Prov.WAS_GENERATED_BY).stream()
        .map(
            derivation ->
                new Reason(
                    objects(derivation, Casus.DERIVED_BY).stream()
                        .findFirst()
                        .map(labels::of)
                        .orElse(labels.of(derivation)),
                    objects(derivation, Prov.USED).stream()
                        .filter(premise -> !premise.equals(thing))
                        .map(labels::of)
                        .sorted(Comparator.comparing(Link::label))
                        .toList()))
        .sorted(Comparator.comparing((Reason reason) -> reason.rule().label()))
        .toList();
  }

  /** How many reasons of conclusions use the thing. */
  private long conclusions() {
    return subjects(Prov.USED, thing).size();
  }

  /** Curatorial notes on the thing, each in full. */
  private List<Section> notes() {
    return subjects(Casus.IS_NOTE_ON, thing).stream()
        .flatMap(
            note ->
                FactReader.byGraph(dataset, note).entrySet().stream()
                    .filter(entry -> !IncomingLinks.isEntailed(entry.getKey()))
                    .map(entry -> note(note, entry.getValue())))
        .toList();
  }

  private Section note(Node note, List<Triple> triples) {
    return new Section(
        labels.of(note),
        "",
        false,
        false,
        origin(triples),
        facts.facts(
            triples.stream()
                .filter(triple -> !ORIGIN.contains(triple.getPredicate()))
                .filter(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
                .filter(triple -> !triple.getPredicate().equals(RDFS.label.asNode()))
                .filter(triple -> !triple.getPredicate().equals(Casus.IS_NOTE_ON))
                .toList()));
  }

  /** The partitions of a dataset, those with most first. */
  private List<Count> counts(Node partition, Node term, Node number) {
    List<Count> counts = new ArrayList<>();
    for (Node part : objects(thing, partition)) {
      for (Node counted : objects(part, term)) {
        objects(part, number).stream()
            .findFirst()
            .map(
                value ->
                    new Count(labels.of(counted), Long.parseLong(value.getLiteralLexicalForm())))
            .ifPresent(counts::add);
      }
    }
    counts.sort(
        Comparator.comparingLong((Count count) -> -count.number())
            .thenComparing(count -> count.term().label()));
    return counts;
  }

  /** A query to set out from; empty if the IRI has characters that SPARQL does not take. */
  private String query() {
    String iri = thing.getURI();
    if (iri.matches(".*[\\x00-\\x20<>\"{}|^`\\\\].*")) {
      return "";
    }
    return thing.getURI().startsWith(Iris.GRAPHS)
        ? "SELECT ?subject ?property ?value\nWHERE { GRAPH <"
            + iri
            + "> { ?subject ?property ?value } }\nLIMIT 100"
        : "SELECT ?graph ?property ?value\nWHERE { GRAPH ?graph { <"
            + iri
            + "> ?property ?value } }\nORDER BY ?graph ?property ?value";
  }

  private Set<Node> objects(Node subject, Node property) {
    Set<Node> found = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, subject, property, Node.ANY)
        .forEachRemaining(quad -> found.add(quad.getObject()));
    return found;
  }

  private Set<Node> subjects(Node property, Node value) {
    Set<Node> found = new HashSet<>();
    dataset
        .findNG(Node.ANY, Node.ANY, property, value)
        .forEachRemaining(quad -> found.add(quad.getSubject()));
    return found;
  }
}
