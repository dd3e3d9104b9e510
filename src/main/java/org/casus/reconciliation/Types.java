package org.casus.reconciliation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * The classes whose members can be matched, with their order, as the ontology of a build has it.
 */
final class Types {
  /** The schema space: what type ids and most property ids are relative to. */
  static final String SPACE = Casus.NAMESPACE;

  /** The type of what is in a list of codes; its class is not of this ontology. */
  static final String CONCEPT = "skos:Concept";

  static final String PERSON = "Person";
  static final String SOURCE = "Source";

  /**
   * Things with names that others may have in their tables; records about them are not. What is
   * more often meant by a name stands first.
   */
  private static final List<Node> ROOTS =
      List.of(
          Casus.ACTOR,
          Casus.PLACE,
          Casus.AGREEMENT,
          Casus.EVENT,
          Casus.OFFICE,
          Casus.THEORY,
          Casus.SOURCE);

  private final Map<String, EntityType> types = new TreeMap<>();

  /** Reads the classes, in a read transaction. */
  Types(DatasetGraph dataset) {
    for (Node root : ROOTS) {
      add(dataset, root, List.of());
    }
    types.put(
        CONCEPT,
        new EntityType(
            CONCEPT, "concept", "Code of one of the lists of codes of the ontology.", List.of()));
  }

  private void add(DatasetGraph dataset, Node cls, List<String> broader) {
    String id = id(cls);
    EntityType known = types.get(id);
    if (known != null) {
      Set<String> all = new LinkedHashSet<>(known.broader());
      all.addAll(broader);
      types.put(id, new EntityType(id, known.name(), known.description(), List.copyOf(all)));
      return;
    }
    types.put(
        id,
        new EntityType(
            id,
            Literals.first(dataset, cls, RDFS.label.asNode()).orElse(id),
            Literals.first(dataset, cls, SKOS.definition.asNode()).orElse(""),
            broader));
    // What the reasoner adds is in another graph: here are the steps only.
    List<Node> narrower = new ArrayList<>();
    dataset
        .find(Iris.graph("ontology"), Node.ANY, RDFS.subClassOf.asNode(), cls)
        .forEachRemaining(quad -> narrower.add(quad.getSubject()));
    for (Node each : narrower) {
      if (each.isURI() && each.getURI().startsWith(SPACE) && !each.equals(cls)) {
        add(dataset, each, List.of(id));
      }
    }
  }

  /** The place of an entity's kind in the order of what is more often meant. */
  static int order(Entity entity) {
    for (int i = 0; i < ROOTS.size(); i++) {
      if (entity.is(id(ROOTS.get(i)))) {
        return i;
      }
    }
    return ROOTS.size();
  }

  /** The id of a class. */
  private static String id(Node cls) {
    return cls.getURI().substring(SPACE.length());
  }

  /** The classes to look for, by the id of the type. */
  Map<String, Node> classes() {
    Map<String, Node> classes = new LinkedHashMap<>();
    types
        .keySet()
        .forEach(
            id -> classes.put(id, id.equals(CONCEPT) ? SKOS.Concept.asNode() : Casus.term(id)));
    return classes;
  }

  /** All types, in the order of their ids. */
  Collection<EntityType> all() {
    return types.values();
  }

  /**
   * The type that a client names: by its id, by the IRI of the class, or by its prefixed name.
   *
   * @return nothing if there is no such type
   */
  Optional<EntityType> find(String named) {
    String id = named;
    if (named.startsWith(SPACE)) {
      id = named.substring(SPACE.length());
    } else if (named.startsWith("casus:")) {
      id = named.substring("casus:".length());
    } else if (named.equals(SKOS.Concept.getURI())) {
      id = CONCEPT;
    }
    return Optional.ofNullable(types.get(id));
  }

  /** Whether one type is another or below it. */
  boolean isWithin(String id, String broader) {
    return closure(List.of(id)).stream().anyMatch(type -> type.id().equals(broader));
  }

  /** Types and all above them, the nearest first. */
  List<EntityType> closure(Collection<String> ids) {
    Map<String, EntityType> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      EntityType type = types.get(open.removeFirst());
      if (type != null && found.put(type.id(), type) == null) {
        open.addAll(type.broader());
      }
    }
    return List.copyOf(found.values());
  }
}
