package org.casus.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.EdtfDate;
import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.model.Period;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads the inter-state wars 4.0 of the Correlates of War, one row for each state on one side of a
 * war, with one or two spells of fighting. A war lasts from the first day of any spell to the last.
 * Each spell becomes a part as initiator, as target or as participant with its side and days; where
 * the outcome is victory or defeat, the row becomes a part as winner or loser, too, which tells how
 * the war ended and therefore has no days.
 */
final class CowWars {

  private static final Dataset DATASET = Dataset.COW_WARS;
  private static final int WINNER = 1;
  private static final int LOSER = 2;
  private static final Period UNDATED = new Period(Optional.empty(), Optional.empty());

  /** What the codes of outcomes mean, in their order from 1. */
  private static final List<String> OUTCOMES =
      List.of(
          "winner",
          "loser",
          "compromise",
          "the war changed into one of another type",
          "the war went on at the end of the data",
          "stalemate",
          "the conflict went on below the level of war",
          "changed sides");

  private final StateSystem states;
  private final Problems problems;
  private final DatasetRecords records = new DatasetRecords(DATASET);

  /** A row that passed. */
  private record Belligerent(
      PublishedRow row,
      SystemState state,
      int side,
      boolean initiated,
      int outcome,
      List<Period> spells) {}

  private CowWars(StateSystem states, Problems problems) {
    this.states = states;
    this.problems = problems;
  }

  static DatasetContent read(PublishedTable table, StateSystem states, Problems problems) {
    return new CowWars(states, problems).read(table);
  }

  private DatasetContent read(PublishedTable table) {
    table.checkVersion("Version", List.of("4.0", "4"), problems);
    Map<Integer, List<PublishedRow>> rowsByWar = new LinkedHashMap<>();
    for (PublishedRow row : table.rows()) {
      row.number("WarNum")
          .ifPresent(war -> rowsByWar.computeIfAbsent(war, key -> new ArrayList<>()).add(row));
    }
    rowsByWar.forEach(this::war);
    return new DatasetContent(DATASET, records.rows());
  }

  private void war(int war, List<PublishedRow> rows) {
    PublishedRow first = rows.get(0);
    List<Belligerent> belligerents = new ArrayList<>();
    for (PublishedRow row : rows) {
      if (!row.text("WarName").equals(first.text("WarName"))) {
        problems.warning(
            Rule.ROWS_DISAGREE,
            row.cell("WarName"),
            row.text("WarName"),
            "the name that line "
                + first.line()
                + " has for the same war: "
                + first.text("WarName"),
            "Compare the rows with the code book; the first row counts");
      }
      belligerent(war, row).ifPresent(belligerents::add);
    }
    Period period = span(belligerents);
    records.add(
        "event",
        new Event(
            "cow-war-" + war,
            "war",
            first.required("WarName") + " (COW war " + war + ")",
            period,
            List.of(),
            Optional.empty(),
            outcome(belligerents),
            records.attestation(
                "war " + war,
                period.start().isPresent()
                    ? Optional.empty()
                    : Optional.of("The file gives no year of the beginning."))),
        first.location());
    List<Integer> initiating =
        belligerents.stream()
            .filter(Belligerent::initiated)
            .map(Belligerent::side)
            .distinct()
            .toList();
    belligerents.forEach(belligerent -> participation(war, belligerent, initiating));
  }

  private Optional<Belligerent> belligerent(int war, PublishedRow row) {
    Optional<SystemState> state = states.state(row, "ccode", problems);
    Optional<Integer> side = row.code("Side", 1, 2);
    Optional<Integer> initiator = row.code("Initiator", 1, 2);
    Optional<Integer> outcome = row.code("Outcome", 1, OUTCOMES.size());
    List<Period> spells = new ArrayList<>();
    boolean possible = spell(row, "1", spells) & spell(row, "2", spells);
    if (!possible
        || state.isEmpty()
        || side.isEmpty()
        || initiator.isEmpty()
        || outcome.isEmpty()) {
      return Optional.empty();
    }
    String from =
        spells.stream()
            .findFirst()
            .flatMap(Period::start)
            .map(EdtfDate::text)
            .orElse("an unknown day");
    String key =
        "war " + war + ", ccode " + row.text("ccode") + ", side " + side.get() + " from " + from;
    if (!records.isFirst(row, key, problems)) {
      return Optional.empty();
    }
    spells.forEach(
        spell ->
            StateSystem.checkInSystem(
                row, "StartYear1", state.get(), spell, DATASET.coverageEnd(), problems));
    return Optional.of(
        new Belligerent(
            row,
            state.get(),
            side.get(),
            initiator.get() == 1,
            outcome.get(),
            List.copyOf(spells)));
  }

  /** Adds a spell if there is one; false if its dates are impossible. */
  private boolean spell(PublishedRow row, String number, List<Period> spells) {
    PublishedDate start = date(row, "Start", number);
    PublishedDate end = date(row, "End", number);
    PublishedDate.checkOrder(row, "StartYear" + number, start, end, problems);
    if (start.isImpossible() || end.isImpossible()) {
      return false;
    }
    boolean applies = number.equals("1") || start.kind() != PublishedDate.Kind.NOT_APPLICABLE;
    if (applies) {
      boolean ongoing = end.kind() == PublishedDate.Kind.ONGOING;
      spells.add(new Period(start.date(), ongoing ? Optional.of(EdtfDate.OPEN) : end.date()));
    }
    return true;
  }

  private static PublishedDate date(PublishedRow row, String which, String number) {
    return PublishedDate.read(
        row,
        DATASET.coverageEnd(),
        which + "Year" + number,
        which + "Month" + number,
        which + "Day" + number);
  }

  /**
   * Where one side began the war, it is directed against all of the other side; who fights beside
   * the initiator merely takes part.
   *
   * @param initiating the sides that began it
   */
  private void participation(int war, Belligerent belligerent, List<Integer> initiating) {
    boolean attacked = initiating.size() == 1 && !initiating.contains(belligerent.side);
    String role = belligerent.initiated ? "initiator" : attacked ? "target" : "participant";
    belligerent.spells.forEach(spell -> part(war, belligerent, role, spell));
    if (belligerent.outcome == WINNER || belligerent.outcome == LOSER) {
      part(war, belligerent, OUTCOMES.get(belligerent.outcome - 1), UNDATED);
    }
  }

  private void part(int war, Belligerent belligerent, String role, Period period) {
    String code = belligerent.row.text("ccode");
    records.add(
        "event-participation",
        new EventParticipation(
            records.unused(
                "cow-war-" + war + "-" + code + "-side-" + belligerent.side + "-" + role),
            "cow-war-" + war,
            belligerent.state.slug(),
            role,
            Optional.of(Integer.toString(belligerent.side)),
            period,
            records.attestation(
                "war " + war + ", ccode " + code + ", row " + belligerent.row.line(),
                Optional.of("Outcome: " + OUTCOMES.get(belligerent.outcome - 1) + "."))),
        belligerent.row.location());
  }

  private static Optional<String> outcome(List<Belligerent> belligerents) {
    TreeSet<Integer> winners = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    for (Belligerent belligerent : belligerents) {
      if (belligerent.outcome == WINNER) {
        winners.add(belligerent.side);
      } else if (belligerent.outcome > LOSER && belligerent.outcome < OUTCOMES.size()) {
        others.add(OUTCOMES.get(belligerent.outcome - 1));
      }
    }
    if (winners.size() == 1) {
      return Optional.of("Victory of side " + winners.first() + ".");
    }
    return winners.isEmpty() && others.size() == 1
        ? Optional.of("Coded as: " + others.first() + ".")
        : Optional.empty();
  }

  private static Period span(List<Belligerent> belligerents) {
    List<Period> spells = belligerents.stream().flatMap(one -> one.spells.stream()).toList();
    Optional<EdtfDate> start =
        spells.stream()
            .flatMap(spell -> spell.start().stream())
            .min(Comparator.comparing(date -> date.firstDay().orElseThrow()));
    List<EdtfDate> ends = spells.stream().flatMap(spell -> spell.end().stream()).toList();
    if (ends.contains(EdtfDate.OPEN)) {
      return new Period(start, Optional.of(EdtfDate.OPEN));
    }
    return new Period(
        start, ends.stream().max(Comparator.comparing(date -> date.lastDay().orElseThrow())));
  }
}
