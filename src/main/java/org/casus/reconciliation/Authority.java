package org.casus.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.http.ServedBuild;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;

/**
 * The entities of a build with their names, made once; values of their properties are read when
 * somebody asks, and kept.
 *
 * <p>Safe for many threads.
 */
final class Authority {
  /** The identifier space. */
  static final String SPACE = Iris.THINGS;

  private static final List<Node> NAMES =
      List.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), DCTerms.title.asNode(), Casus.ISO_CODE);
  private static final List<Node> DESCRIPTIONS =
      List.of(DCTerms.description.asNode(), SKOS.definition.asNode(), DCTerms.title.asNode());
  private static final Path SAME_ITEM =
      PathParser.parse("owl:sameAs|skos:exactMatch", Property.PREFIXES);
  private static final Path DATES =
      PathParser.parse("casus:signed|casus:start|casus:end|dcterms:issued", Property.PREFIXES);
  private static final Path PERIOD = PathParser.parse("casus:start", Property.PREFIXES);
  private static final Path END = PathParser.parse("casus:end", Property.PREFIXES);
  private static final Path SIGNED =
      PathParser.parse("casus:signed|dcterms:issued", Property.PREFIXES);
  private static final Pattern ITEM =
      Pattern.compile("(?:wd:|" + Pattern.quote(Wikidata.ENTITY) + ")?(Q[1-9][0-9]*)");

  /** What a value belongs to. */
  private record Attribute(Node entity, Property property) {}

  private final DatasetGraph dataset;
  private final ValueReader reader;
  private final Types types;
  private final Map<Node, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Entity> byItem = new HashMap<>();
  private final Set<String> usedTypes = new TreeSet<>();
  private final NameIndex names;
  private final ConcurrentMap<Attribute, List<Value>> values = new ConcurrentHashMap<>();

  private Authority(DatasetGraph dataset) {
    this.dataset = dataset;
    this.reader = new ValueReader(dataset);
    this.types = new Types(dataset);
    Map<Node, Set<String>> members = new TreeMap<>(Comparator.comparing(Node::toString));
    types
        .classes()
        .forEach(
            (id, cls) ->
                dataset
                    .find(Node.ANY, Node.ANY, RDF.type.asNode(), cls)
                    .forEachRemaining(
                        quad -> {
                          Node node = quad.getSubject();
                          if (node.isURI() && node.getURI().startsWith(SPACE)) {
                            members.computeIfAbsent(node, each -> new TreeSet<>()).add(id);
                          }
                        }));
    members.forEach(this::add);
    this.names = new NameIndex(entities.values());
  }

  /** That of a build, made with the first request. */
  static Authority of(ServedBuild build) {
    return build.once(
        Authority.class,
        made -> Txn.calculateRead(made.dataset(), () -> new Authority(made.dataset())));
  }

  private void add(Node node, Set<String> typeIds) {
    List<Name> all = names(node);
    List<String> items = items(node);
    for (String item : items) {
      // Names that Wikidata has, where a build holds them.
      names(NodeFactory.createURI(Wikidata.ENTITY + item)).stream()
          .filter(name -> !all.contains(name))
          .forEach(all::add);
    }
    if (all.isEmpty()) {
      return;
    }
    List<EntityType> own = types.closure(specific(typeIds));
    own.forEach(type -> usedTypes.add(type.id()));
    String label = all.get(0).text();
    Entity entity =
        new Entity(
            node,
            node.getURI().substring(SPACE.length()),
            label,
            description(node, own, label),
            own,
            all,
            years(node));
    entities.put(node, entity);
    items.forEach(item -> byItem.putIfAbsent(item, entity));
  }

  private List<Name> names(Node node) {
    List<Name> all = new ArrayList<>();
    for (Node property : NAMES) {
      Literals.of(dataset, node, property).stream()
          .filter(name -> !all.contains(name))
          .forEach(all::add);
    }
    return all;
  }

  private List<String> items(Node node) {
    return reader.values(node, SAME_ITEM, this).stream()
        .map(Value::text)
        .filter(item -> ITEM.matcher(item).matches())
        .toList();
  }

  /** Without those that follow from others. */
  private List<String> specific(Set<String> typeIds) {
    return typeIds.stream()
        .filter(
            id ->
                typeIds.stream().noneMatch(other -> !other.equals(id) && types.isWithin(other, id)))
        .toList();
  }

  private String description(Node node, List<EntityType> own, String label) {
    String kind = own.isEmpty() ? "" : own.get(0).name();
    Optional<String> words =
        DESCRIPTIONS.stream()
            .flatMap(property -> Literals.first(dataset, node, property).stream())
            .filter(text -> !text.equals(label))
            .findFirst();
    return Stream.of(Optional.of(kind), when(node), words)
        .flatMap(Optional::stream)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private Optional<String> when(Node node) {
    Optional<String> signed =
        reader.values(node, SIGNED, this).stream().findFirst().map(Value::text);
    if (signed.isPresent()) {
      return signed;
    }
    Optional<String> start =
        reader.values(node, PERIOD, this).stream().findFirst().map(Value::text);
    Optional<String> end = reader.values(node, END, this).stream().findFirst().map(Value::text);
    return start.map(
        from -> end.filter(to -> !to.equals(from)).map(to -> from + " to " + to).orElse(from));
  }

  private Set<String> years(Node node) {
    Set<String> years = new TreeSet<>();
    for (Value value : reader.values(node, DATES, this)) {
      if (value instanceof Value.Date date) {
        Stream.of(date.date().firstDay(), date.date().lastDay())
            .flatMap(Optional::stream)
            .forEach(day -> years.add(Integer.toString(day.getYear())));
      }
    }
    return years;
  }

  /** All entities, in the order of their IRIs. */
  Collection<Entity> entities() {
    return entities.values();
  }

  Optional<Entity> entity(Node node) {
    return Optional.ofNullable(entities.get(node));
  }

  /**
   * The entity that an identifier names: {@code actor/armenia}, the whole IRI, or the identifier or
   * IRI of the same thing in Wikidata.
   */
  Optional<Entity> identified(String text) {
    String id = text.strip();
    Matcher item = ITEM.matcher(id);
    if (item.matches()) {
      return Optional.ofNullable(byItem.get(item.group(1)));
    }
    String iri = id.startsWith(SPACE) ? id : SPACE + id;
    return entity(NodeFactory.createURI(iri));
  }

  /** The entities with a name like a text, or with the text as identifier. */
  Map<Entity, Likeness> search(String text) {
    Map<Entity, Likeness> found = names.search(text);
    identified(text).ifPresent(entity -> found.put(entity, Likeness.IDENTIFIER));
    return found;
  }

  /** The entities with a name that begins like a text, and first the one that it identifies. */
  List<Entity> beginningWith(String text) {
    List<Entity> found = new ArrayList<>();
    identified(text).ifPresent(found::add);
    names.beginningWith(text).stream().filter(each -> !found.contains(each)).forEach(found::add);
    return found;
  }

  /** Whether an entity has a name with this {@link NameIndex#key}. */
  boolean isNamed(Entity entity, String key) {
    return names.isNamed(entity, key);
  }

  Types types() {
    return types;
  }

  /** The types that entities have, in the order of their ids. */
  List<EntityType> usedTypes() {
    return types.all().stream().filter(type -> usedTypes.contains(type.id())).toList();
  }

  /** The values of a property of an entity. */
  List<Value> values(Entity entity, Property property) {
    return values.computeIfAbsent(
        new Attribute(entity.node(), property),
        attribute ->
            Txn.calculateRead(
                dataset, () -> reader.values(attribute.entity(), property.path(), this)));
  }
}
