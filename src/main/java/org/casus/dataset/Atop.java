package org.casus.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads ATOP 4.01: the alliances from one file, their members from the other, one row for each
 * member and phase. A year of exit or end of 0 says that it had not come at the end of 2016.
 *
 * <p>A row with a phase is a spell in that phase of the agreement, and what it owes it owes to
 * those who are in the same phase. Phases follow each other as a rule, the next beginning on the
 * day on which the last ends. They may also run side by side and bind different circles of states,
 * as with the two successors of Czechoslovakia.
 */
final class Atop {

  private static final Dataset DATASET = Dataset.ATOP;

  /** How ATOP limits the condition of an obligation, by the end of the column's name. */
  private static final Map<String, String> LIMITS = limits();

  private final StateSystem states;
  private final Problems problems;
  private final DatasetRecords records = new DatasetRecords(DATASET);

  private Atop(StateSystem states, Problems problems) {
    this.states = states;
    this.problems = problems;
  }

  static DatasetContent read(
      PublishedTable alliances, PublishedTable members, StateSystem states, Problems problems) {
    return new Atop(states, problems).read(alliances, members);
  }

  private static Map<String, String> limits() {
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("coadv", "against certain adversaries");
    limits.put("coloc", "limited to a certain area");
    limits.put("cocon", "in a certain conflict");
    limits.put("conum", "against a certain number of adversaries");
    limits.put("codem", "where certain demands are not met");
    limits.put("conpr", "unless the party provoked it");
    limits.put("coatt", "where the other party is attacked");
    limits.put("coreq", "at the request of a party");
    return limits;
  }

  private DatasetContent read(PublishedTable alliances, PublishedTable members) {
    alliances.checkVersion("version", List.of(DATASET.version()), problems);
    members.checkVersion("version", List.of(DATASET.version()), problems);
    Map<Integer, PublishedRow> allianceRows = new LinkedHashMap<>();
    for (PublishedRow row : alliances.rows()) {
      Optional<Integer> id = row.number("atopid");
      if (id.isPresent() && records.isFirst(row, "alliance " + id.get(), problems)) {
        allianceRows.put(id.get(), row);
      }
    }
    Map<Integer, List<MemberSpell>> byAlliance = new LinkedHashMap<>();
    Set<Integer> named = new TreeSet<>();
    for (PublishedRow row : members.rows()) {
      Optional<Integer> id = row.number("atopid");
      if (id.isEmpty()) {
        continue;
      }
      named.add(id.get());
      if (!allianceRows.containsKey(id.get())) {
        row.error(
            Rule.REFERENCE_UNKNOWN,
            "atopid",
            "an alliance of " + alliances.file(),
            "Take both files from the same version; one of them may be cut off");
        continue;
      }
      member(id.get(), row)
          .ifPresent(
              member -> byAlliance.computeIfAbsent(id.get(), key -> new ArrayList<>()).add(member));
    }
    allianceRows.forEach(
        (id, row) -> {
          if (!named.contains(id)) {
            row.error(
                Rule.REFERENCE_UNKNOWN,
                "atopid",
                "an alliance with members in " + members.file(),
                "Take both files from the same version; one of them may be cut off");
          }
          alliance(id, row, byAlliance.getOrDefault(id, List.of()));
        });
    return new DatasetContent(DATASET, records.rows());
  }

  private Optional<MemberSpell> member(int id, PublishedRow row) {
    boolean inSystem = row.flag("cowsys");
    Optional<SystemState> state =
        inSystem || states.states().containsKey(number(row))
            ? states.state(row, "member", problems)
            : outsideTheList(row);
    Optional<Integer> phase = row.code("phase", 0, 9);
    PublishedDate start = date(row, "yrent", "moent", "dayent");
    PublishedDate end = date(row, "yrexit", "moexit", "dayexit");
    PublishedDate.checkOrder(row, "yrent", start, end, problems);
    Map<Obligation, String> obligations = obligations(row);
    if (state.isEmpty() || phase.isEmpty() || start.isImpossible() || end.isImpossible()) {
      return Optional.empty();
    }
    if (start.date().isEmpty()) {
      row.error(
          Rule.CELL_REQUIRED,
          "yrent",
          "the year in which the membership begins",
          "Take a fresh copy of the published file");
      return Optional.empty();
    }
    String code = row.text("member");
    String ofPhase = phase.get() == 0 ? "" : ", phase " + phase.get();
    String from = start.date().get().text();
    String key = "alliance " + id + ", member " + code + ofPhase + " from " + from;
    if (!records.isFirst(row, key, problems)) {
      return Optional.empty();
    }
    Period period = period(start, end);
    StateSystem.checkInSystem(row, "yrent", state.get(), period, DATASET.coverageEnd(), problems);
    return Optional.of(
        new MemberSpell(
            row,
            "atop-" + id,
            state.get(),
            phase.filter(number -> number > 0),
            period,
            obligations,
            "atop-"
                + id
                + "-"
                + code
                + (phase.get() == 0 ? "" : "-phase-" + phase.get())
                + "-"
                + from.substring(0, 4),
            "alliance " + id + ", member " + code + ofPhase + ", row " + row.line()));
  }

  private static int number(PublishedRow row) {
    String code = row.text("member");
    return code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0;
  }

  /** ATOP has numbers of its own for members that the list of states does not know. */
  private Optional<SystemState> outsideTheList(PublishedRow row) {
    return row.number("member")
        .map(
            code -> {
              problems.warning(
                  Rule.STATE_UNKNOWN,
                  row.cell("member"),
                  Integer.toString(code),
                  "a country code of the imported list of states; by cowsys the member was no"
                      + " member of the system",
                  "Nothing has to be done: the member is kept under its number in ATOP");
              return new SystemState("atop-" + code, "ATOP member " + code, List.of());
            });
  }

  private static Map<Obligation, String> obligations(PublishedRow row) {
    Map<Obligation, String> owed = new EnumMap<>(Obligation.class);
    add(owed, row, "defense", "def", Obligation.DEFENCE);
    add(owed, row, "offense", "off", Obligation.OFFENCE);
    add(owed, row, "neutral", "neu", Obligation.NEUTRALITY);
    add(owed, row, "nonagg", "", Obligation.NON_AGGRESSION);
    add(owed, row, "consul", "con", Obligation.CONSULTATION);
    return owed;
  }

  private static void add(
      Map<Obligation, String> owed,
      PublishedRow row,
      String column,
      String prefix,
      Obligation obligation) {
    List<String> limits = new ArrayList<>();
    LIMITS.forEach(
        (suffix, limit) -> {
          String condition = prefix + suffix;
          if (Layout.ATOP_MEMBERS.columns().contains(condition) && row.flag(condition)) {
            limits.add(limit);
          }
        });
    if (row.flag(column)) {
      owed.put(obligation, limits.isEmpty() ? "" : String.join(", ", limits) + " (ATOP coding)");
    }
  }

  private void alliance(int id, PublishedRow row, List<MemberSpell> members) {
    PublishedDate start = date(row, "begyr", "begmo", "begday");
    PublishedDate end = date(row, "endyr", "endmo", "endday");
    PublishedDate.checkOrder(row, "begyr", start, end, problems);
    Period inForce = period(start, end);
    records.add("agreement", agreement(id, inForce, row.numberIfGiven("cow4id")), row.location());
    Map<String, List<MemberSpell>> spells = new LinkedHashMap<>();
    for (MemberSpell spell : members) {
      spell.checkWithin(inForce, "yrent", problems);
      addUnlisted(spell);
      spell.addTo(records);
      spells
          .computeIfAbsent(spell.phase() + " " + spell.member().slug(), any -> new ArrayList<>())
          .add(spell);
    }
    spells.values().forEach(ofMember -> MemberSpell.checkOverlaps(ofMember, problems));
  }

  private final Set<String> unlisted = new TreeSet<>();

  private void addUnlisted(MemberSpell spell) {
    SystemState member = spell.member();
    if (member.spells().isEmpty() && unlisted.add(member.slug())) {
      records.add(
          "actor",
          new org.casus.model.Actor(
              member.slug(),
              "de-facto-entity",
              member.name(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              records.attestation(
                  spell.locator(),
                  Optional.of(
                      "Numbered by ATOP and not in the list of states of the Correlates of War;"
                          + " the file gives no name."))),
          spell.row().location());
    }
  }

  private Agreement agreement(int id, Period inForce, Optional<Integer> cow) {
    String year = inForce.start().map(date -> ", " + date.text().substring(0, 4)).orElse("");
    return new Agreement(
        "atop-" + id,
        "treaty",
        "ATOP alliance " + id + year,
        Optional.empty(),
        Optional.empty(),
        inForce,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(id),
        cow,
        records.attestation("alliance " + id, Optional.empty()));
  }

  private static Period period(PublishedDate start, PublishedDate end) {
    return new Period(
        start.date(),
        end.kind() == PublishedDate.Kind.ZERO ? Optional.of(EdtfDate.OPEN) : end.date());
  }

  private static PublishedDate date(PublishedRow row, String year, String month, String day) {
    return PublishedDate.read(row, DATASET.coverageEnd(), year, month, day);
  }
}
