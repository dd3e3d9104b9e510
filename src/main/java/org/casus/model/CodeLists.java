package org.casus.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The codes that a table may use, by the name that the metadata gives to the list: the name of a
 * concept scheme, or {@code casus:Actor} and the like for the classes below a class. They are read
 * from the ontology, where each code is a {@code skos:notation}, and stand nowhere else.
 *
 * @param lists codes by name of the list
 */
public record CodeLists(Map<String, SortedSet<String>> lists) {

  public Optional<SortedSet<String>> list(String name) {
    return Optional.ofNullable(lists.get(name));
  }
}
