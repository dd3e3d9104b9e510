package org.casus.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * Who belongs to which side: the actors of the side, what is an organ of a member, and the persons
 * who held an office of a member or are introduced by one when they speak.
 */
final class Sides {

  /** Stands for all who belong to no side. */
  static final String OTHERS = "others";

  private final Map<String, SortedSet<String>> members = new LinkedHashMap<>();

  Sides(CuratedData data, List<Side> sides) {
    for (Side side : sides) {
      SortedSet<String> of = new TreeSet<>(side.actors());
      addOrgans(data, of);
      addOfficials(data, of);
      members.put(side.name(), of);
    }
  }

  private static void addOrgans(CuratedData data, Set<String> members) {
    List<WrittenRow> organs =
        data.writtenRows("actors/actors.csv")
            .filter(row -> row.text("official_of").isPresent())
            .toList();
    boolean grows = true;
    while (grows) {
      grows =
          organs.stream()
              .filter(row -> members.contains(row.text("official_of").orElseThrow()))
              .map(row -> members.add(row.text("id").orElseThrow()))
              .reduce(false, Boolean::logicalOr);
    }
  }

  private static void addOfficials(CuratedData data, Set<String> members) {
    Set<String> offices =
        data.writtenRows("actors/offices.csv")
            .filter(row -> members.contains(row.text("of").orElse("")))
            .map(row -> row.text("id").orElseThrow())
            .collect(Collectors.toSet());
    data.writtenRows("actors/tenures.csv")
        .filter(row -> offices.contains(row.text("office").orElse("")))
        .forEach(row -> members.add(row.text("person").orElseThrow()));
    data.writtenRows("statements/statements.csv")
        .filter(row -> !row.list("spoken_as").isEmpty())
        .filter(row -> offices.containsAll(row.list("spoken_as")))
        .forEach(row -> members.addAll(row.list("speakers")));
  }

  /** The names of the sides, in the order asked for. */
  List<String> names() {
    return List.copyOf(members.keySet());
  }

  SortedSet<String> members(String side) {
    return members.getOrDefault(side, new TreeSet<>());
  }

  /**
   * The sides that have a member among the actors; the others if there are actors and no member.
   */
  List<String> of(Collection<String> actors) {
    List<String> found =
        names().stream().filter(side -> actors.stream().anyMatch(members(side)::contains)).toList();
    return found.isEmpty() && !actors.isEmpty() ? List.of(OTHERS) : found;
  }

  /** The one side to which all actors belong. */
  Optional<String> only(Collection<String> actors) {
    return names().stream()
        .filter(side -> !actors.isEmpty() && members(side).containsAll(actors))
        .findFirst();
  }

  /** For each side its language. */
  static Map<String, String> languages(List<Side> sides) {
    Map<String, String> languages = new HashMap<>();
    sides.forEach(side -> side.language().ifPresent(tag -> languages.put(tag, side.name())));
    return languages;
  }
}
