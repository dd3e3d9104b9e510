package org.casus.reconciliation;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A thing that names can be matched to.
 *
 * @param node its IRI
 * @param id the IRI without {@link org.casus.iri.Iris#THINGS}, such as {@code actor/armenia}
 * @param name its label
 * @param description what tells it from others of that name
 * @param types the most specific first, then what they belong to
 * @param names all names, the label among them
 * @param years in which it began, ended, was signed or published
 */
record Entity(
    Node node,
    String id,
    String name,
    String description,
    List<EntityType> types,
    List<Name> names,
    Set<String> years) {

  Entity {
    types = List.copyOf(types);
    names = List.copyOf(names);
    years = Set.copyOf(years);
  }

  /** One IRI is one entity. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Entity entity && entity.node.equals(node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  boolean is(String typeId) {
    return types.stream().anyMatch(type -> type.id().equals(typeId));
  }

  /** The entity's page on this server. */
  String page() {
    return "/id/" + id.replace("%2F", "/");
  }
}
