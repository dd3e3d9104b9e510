package org.casus.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.Actor;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.model.SystemMembership;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads the list of states of the Correlates of War, version 2016, one row for each spell of system
 * membership. A state that is a curated actor stays that actor and gets no second record; the
 * others become actors {@code cow-CODE}. Each row becomes a system membership, which also serves
 * the checks of the other data sets.
 */
final class CowStates {

  private static final Dataset DATASET = Dataset.COW_STATES;

  private final Map<Integer, String> curated;
  private final Problems problems;
  private final DatasetRecords records = new DatasetRecords(DATASET);
  private final List<Spell> spells = new ArrayList<>();

  /** A row that passed. */
  private record Spell(PublishedRow row, int code, Period period) {}

  /** The list as other data sets refer to it, and its records. */
  record States(StateSystem system, DatasetContent content) {}

  private CowStates(Map<Integer, String> curated, Problems problems) {
    this.curated = curated;
    this.problems = problems;
  }

  /**
   * The states of the file.
   *
   * @param curated slugs of the curated actors by country code
   */
  static States read(PublishedTable table, Map<Integer, String> curated, Problems problems) {
    return new CowStates(curated, problems).read(table);
  }

  private States read(PublishedTable table) {
    table.checkVersion("version", List.of(DATASET.version()), problems);
    StateSystem.Builder builder = new StateSystem.Builder(curated);
    for (PublishedRow row : table.rows()) {
      Optional<Integer> code = row.number("ccode");
      String name = row.required("statenme");
      row.required("stateabb");
      PublishedDate start = date(row, "styear", "stmonth", "stday");
      PublishedDate end = date(row, "endyear", "endmonth", "endday");
      PublishedDate.checkOrder(row, "styear", start, end, problems);
      if (code.isPresent() && start.date().isPresent() && end.date().isPresent()) {
        records.isFirst(
            row, "state " + code.get() + " from " + start.date().get().text(), problems);
        Period period = period(start.date().get(), end.date().get());
        builder.add(code.get(), name, period);
        spells.add(new Spell(row, code.get(), period));
      }
    }
    StateSystem system = builder.build();
    Set<Integer> written = new HashSet<>(curated.keySet());
    for (Spell spell : spells) {
      SystemState state = system.states().get(spell.code);
      if (state != null) {
        if (written.add(spell.code)) {
          records.add("actor", actor(spell.code, state), spell.row.location());
        }
        records.add("system-membership", membership(spell, state), spell.row.location());
      }
    }
    return new States(system, new DatasetContent(DATASET, records.rows()));
  }

  private static PublishedDate date(PublishedRow row, String year, String month, String day) {
    PublishedDate date = PublishedDate.read(row, DATASET.coverageEnd(), year, month, day);
    if (date.date().isEmpty() && !date.isImpossible()) {
      row.error(Rule.CELL_REQUIRED, year, "a date", "Take a fresh copy of the published file");
    }
    return date;
  }

  private static Period period(EdtfDate start, EdtfDate end) {
    boolean fromTheBeginning = start.text().equals(StateSystem.BEGINNING.toString());
    boolean toTheEnd = end.text().equals(DATASET.coverageEnd().toString());
    return new Period(
        Optional.of(fromTheBeginning ? EdtfDate.onOrBefore(StateSystem.BEGINNING) : start),
        Optional.of(toTheEnd ? EdtfDate.OPEN : end));
  }

  private Actor actor(int code, SystemState state) {
    return new Actor(
        state.slug(),
        "state",
        state.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(code),
        records.attestation("ccode " + code, Optional.empty()));
  }

  private SystemMembership membership(Spell spell, SystemState state) {
    String firstYear = spell.row.text("styear");
    return new SystemMembership(
        records.unused("cow-" + spell.code + "-" + firstYear),
        state.slug(),
        spell.period,
        records.attestation("ccode " + spell.code + ", row " + spell.row.line(), Optional.empty()));
  }
}
