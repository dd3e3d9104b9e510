package org.casus.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * Whether a contested thing is labelled with the form of one side alone. A thing is contested if
 * both sides have a form of their own for its name: one that only that side is known to use or,
 * where no user is known, one in the language of the side. Its label then joins forms by a slash,
 * or is a form that neither side has for itself.
 */
public final class LabelCheck {

  private static final List<String> BEARERS = List.of("actor", "place", "agreement", "event");

  private final CuratedData data;
  private final Sides sides;
  private final Map<String, String> languages;

  public LabelCheck(CuratedData data, List<Side> sides) {
    this.data = data;
    this.sides = new Sides(data, sides);
    this.languages = Sides.languages(sides);
  }

  /** Adds a problem for each label of a contested thing that is one side's alone. */
  public void run(Problems problems) {
    for (String bearer : BEARERS) {
      String things = bearer + "s/" + bearer + "s.csv";
      Map<String, List<WrittenRow>> names =
          data.writtenRows(bearer + "s/" + bearer + "-names.csv")
              .collect(
                  Collectors.groupingBy(
                      row -> row.text(bearer).orElse(""), TreeMap::new, Collectors.toList()));
      data.writtenRows(things)
          .flatMap(
              row -> check(row, names.getOrDefault(row.text("id").orElse(""), List.of())).stream())
          .forEach(problems::add);
    }
  }

  private Optional<Problem> check(WrittenRow thing, List<WrittenRow> names) {
    Map<String, Set<String>> formsBySide = new HashMap<>();
    Set<String> freeForms = new HashSet<>();
    for (WrittenRow name : names) {
      String form = name.text("name").orElse("");
      sideOf(name)
          .ifPresentOrElse(
              side -> formsBySide.computeIfAbsent(side, any -> new HashSet<>()).add(form),
              () -> freeForms.add(form));
    }
    String label = thing.text("label").orElse("");
    List<String> owners =
        formsBySide.entrySet().stream()
            .filter(entry -> entry.getValue().contains(label))
            .map(Map.Entry::getKey)
            .toList();
    boolean isNeutral = label.contains("/") || freeForms.contains(label) || owners.size() != 1;
    if (formsBySide.size() < 2 || isNeutral) {
      return Optional.empty();
    }
    String others =
        formsBySide.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(owners.get(0)))
            .flatMap(entry -> entry.getValue().stream())
            .sorted()
            .collect(Collectors.joining(", "));
    return Optional.of(
        Problem.error(
            Rule.LABEL_ONE_SIDED,
            thing.cell("label"),
            label,
            "a label that is not the form of " + owners.get(0) + " alone; there is also " + others,
            "Join the forms by a slash, or take a form that neither side has for itself"));
  }

  /** The side whose form the name is, if it is only of one. */
  private Optional<String> sideOf(WrittenRow name) {
    List<String> users = name.list("used_by");
    if (!users.isEmpty()) {
      return sides.only(users);
    }
    return name.text("language")
        .map(tag -> tag.split("-")[0])
        .flatMap(tag -> Optional.ofNullable(languages.get(tag)));
  }
}
