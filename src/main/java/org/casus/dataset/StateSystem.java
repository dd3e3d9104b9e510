package org.casus.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * The states of the Correlates of War with the spells in which each belonged to the interstate
 * system. A spell that begins where the list begins may have begun before, and one that ends where
 * the list ends goes on as far as it knows.
 *
 * @param states the states by country code
 */
record StateSystem(Map<Integer, SystemState> states) {

  /** The first day of the list. */
  static final LocalDate BEGINNING = LocalDate.of(1816, 1, 1);

  /**
   * A state of the list.
   *
   * @param slug slug of the actor
   * @param name official name in the list
   * @param spells when it belonged to the system, in order
   */
  record SystemState(String slug, String name, List<Period> spells) {}

  /** Nothing, as long as the list was not imported. */
  static final StateSystem NONE = new StateSystem(Map.of());

  /** The state that a cell names; tells an unknown code. */
  Optional<SystemState> state(PublishedRow row, String column, Problems problems) {
    return row.number(column).flatMap(code -> state(row, column, code, problems));
  }

  private Optional<SystemState> state(
      PublishedRow row, String column, int code, Problems problems) {
    Optional<SystemState> state = Optional.ofNullable(states.get(code));
    if (state.isEmpty()) {
      problems.error(
          Rule.STATE_UNKNOWN,
          row.cell(column),
          Integer.toString(code),
          "a country code of the imported list of states",
          "Correct the code, or import the list that has it with ./casus import cow-states FILE");
    }
    return state;
  }

  /**
   * Warns if a period certainly has days on which the state did not belong to the system. The row
   * is kept as it is published. Of a state that the list does not know nothing is said.
   *
   * @param until the last day that an open end stands for
   */
  static void checkInSystem(
      PublishedRow row,
      String column,
      SystemState state,
      Period period,
      LocalDate until,
      Problems problems) {
    Optional<LocalDate> first = period.start().flatMap(EdtfDate::lastDay);
    if (first.isEmpty() || state.spells.isEmpty()) {
      return;
    }
    LocalDate last =
        period
            .end()
            .flatMap(end -> end.equals(EdtfDate.OPEN) ? Optional.of(until) : end.firstDay())
            .orElse(first.get());
    if (isCovered(state.spells, first.get(), last)) {
      return;
    }
    problems.warning(
        Rule.STATE_OUTSIDE_SYSTEM,
        row.cell(column),
        state.name + ", " + text(period),
        "a period within that of the state in the list of states: "
            + String.join(" and ", state.spells.stream().map(StateSystem::text).toList()),
        "Nothing has to be done: the row is kept as published");
  }

  private static boolean isCovered(List<Period> spells, LocalDate first, LocalDate last) {
    LocalDate reached = first;
    for (Period spell : spells) {
      LocalDate begin = spell.start().flatMap(EdtfDate::firstDay).orElse(LocalDate.MIN);
      LocalDate end = spell.end().flatMap(EdtfDate::lastDay).orElse(LocalDate.MAX);
      if (!begin.isAfter(reached) && !end.isBefore(reached)) {
        if (!end.isBefore(last)) {
          return true;
        }
        reached = end.plusDays(1);
      }
    }
    return false;
  }

  /** From when to when, in words. */
  static String text(Period period) {
    return text(period.start()) + " to " + text(period.end());
  }

  private static String text(Optional<EdtfDate> date) {
    if (date.isEmpty()) {
      return "unknown";
    } else if (date.get().equals(EdtfDate.OPEN)) {
      return "the end of the data";
    } else if (date.get().firstDay().isEmpty()) {
      return date.get().lastDay().orElseThrow() + " or before";
    }
    return date.get().text();
  }

  /** Collects the rows of the list. */
  static final class Builder {
    private final Map<Integer, String> curated;
    private final Map<Integer, String> names = new TreeMap<>();
    private final Map<Integer, List<Period>> spells = new TreeMap<>();

    /**
     * Starts an empty list.
     *
     * @param curated slugs of the curated actors by country code
     */
    Builder(Map<Integer, String> curated) {
      this.curated = curated;
    }

    void add(int code, String name, Period spell) {
      names.putIfAbsent(code, name);
      spells.computeIfAbsent(code, key -> new ArrayList<>()).add(spell);
    }

    StateSystem build() {
      Map<Integer, SystemState> states = new TreeMap<>();
      names.forEach(
          (code, name) ->
              states.put(
                  code,
                  new SystemState(
                      curated.getOrDefault(code, "cow-" + code),
                      name,
                      List.copyOf(spells.getOrDefault(code, List.of())))));
      return new StateSystem(states);
    }
  }
}
