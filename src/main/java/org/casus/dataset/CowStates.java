package org.casus.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.Actor;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads the list of states of the Correlates of War, version 2016, one row for each spell of system
 * membership. A state that is a curated actor stays that actor and gets no second record; the
 * others become actors {@code cow-CODE}. The ontology has no term for belonging to the interstate
 * system, which is no organisation: the spells serve the checks of the other data sets and stand in
 * the note of the actor.
 */
final class CowStates {

  private static final Dataset DATASET = Dataset.COW_STATES;

  private final Problems problems;
  private final DatasetRecords records = new DatasetRecords(DATASET);

  private CowStates(Problems problems) {
    this.problems = problems;
  }

  /**
   * The states of the file.
   *
   * @param curated slugs of the curated actors by country code
   */
  static StateSystem system(PublishedTable table, Map<Integer, String> curated, Problems problems) {
    return new CowStates(problems).read(table, curated);
  }

  private StateSystem read(PublishedTable table, Map<Integer, String> curated) {
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
        builder.add(code.get(), name, spell(start.date().get(), end.date().get()));
      }
    }
    return builder.build();
  }

  private static PublishedDate date(PublishedRow row, String year, String month, String day) {
    PublishedDate date = PublishedDate.read(row, DATASET.coverageEnd(), year, month, day);
    if (date.date().isEmpty() && !date.isImpossible()) {
      row.error(Rule.CELL_REQUIRED, year, "a date", "Take a fresh copy of the published file");
    }
    return date;
  }

  private static Period spell(EdtfDate start, EdtfDate end) {
    boolean fromTheBeginning = start.text().equals(StateSystem.BEGINNING.toString());
    boolean toTheEnd = end.text().equals(DATASET.coverageEnd().toString());
    return new Period(
        Optional.of(fromTheBeginning ? EdtfDate.onOrBefore(StateSystem.BEGINNING) : start),
        Optional.of(toTheEnd ? EdtfDate.OPEN : end));
  }

  /** The actors that are not curated. */
  static DatasetContent content(
      PublishedTable table, StateSystem system, Map<Integer, String> curated) {
    DatasetRecords records = new DatasetRecords(DATASET);
    Set<Integer> written = new HashSet<>();
    for (PublishedRow row : table.rows()) {
      row.number("ccode")
          .filter(code -> !curated.containsKey(code))
          .ifPresent(
              code -> {
                SystemState state = system.states().get(code);
                if (state != null && written.add(code)) {
                  records.add("actor", actor(code, state, records), row.location());
                }
              });
    }
    return new DatasetContent(DATASET, records.rows());
  }

  private static Actor actor(int code, SystemState state, DatasetRecords records) {
    String spells = String.join(" and ", state.spells().stream().map(StateSystem::text).toList());
    return new Actor(
        state.slug(),
        "state",
        state.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(code),
        records.attestation(
            "ccode " + code, Optional.of("Member of the interstate system: " + spells + ".")));
  }
}
