package org.casus.reconciliation;

import java.util.List;

/**
 * A category of entities: a class of the ontology, or the concepts of its lists of codes.
 *
 * @param id local name within the {@linkplain Types#SPACE schema space}, such as {@code State}
 * @param name label of the class
 * @param description its definition; empty if it has none
 * @param broader the ids of the classes directly above it that are types, too
 */
record EntityType(String id, String name, String description, List<String> broader) {

  EntityType {
    broader = List.copyOf(broader);
  }
}
