package org.casus.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads Formal Alliances 4.1 of the Correlates of War by member: one row for each uninterrupted
 * membership of a state in an alliance. A blank end is open where the row is censored on the right,
 * that is, goes on at the end of 2012, and else unknown; a start that is censored on the left is
 * the first day of the data, on or before which the membership began.
 */
final class CowAlliances {

  private static final Dataset DATASET = Dataset.COW_ALLIANCES;

  private final StateSystem states;
  private final Problems problems;
  private final DatasetRecords records = new DatasetRecords(DATASET);
  private final Map<Integer, List<PublishedRow>> rowsByAlliance = new LinkedHashMap<>();

  private CowAlliances(StateSystem states, Problems problems) {
    this.states = states;
    this.problems = problems;
  }

  static DatasetContent read(PublishedTable table, StateSystem states, Problems problems) {
    return new CowAlliances(states, problems).read(table);
  }

  private DatasetContent read(PublishedTable table) {
    table.checkVersion("version", List.of(DATASET.version()), problems);
    for (PublishedRow row : table.rows()) {
      row.number("version4id")
          .ifPresent(id -> rowsByAlliance.computeIfAbsent(id, key -> new ArrayList<>()).add(row));
    }
    rowsByAlliance.forEach(this::alliance);
    return new DatasetContent(DATASET, records.rows());
  }

  private void alliance(int id, List<PublishedRow> rows) {
    PublishedRow first = rows.get(0);
    PublishedDate start = date(first, "all_st");
    PublishedDate end = date(first, "all_end");
    PublishedDate.checkOrder(first, "all_st_year", start, end, problems);
    boolean goesOn = rows.stream().anyMatch(row -> row.text("right_censor").equals("1"));
    Period inForce = new Period(start.date(), end(first, "all_end_year", end, goesOn));
    rows.forEach(row -> checkSameAlliance(first, row));
    String year = start.date().map(date -> ", " + date.text().substring(0, 4)).orElse("");
    records.add(
        "agreement",
        new Agreement(
            "cow-" + id,
            "treaty",
            "COW alliance " + id + ": " + first.required("ss_type") + year,
            Optional.empty(),
            Optional.empty(),
            inForce,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(id),
            records.attestation("alliance " + id, Optional.empty())),
        first.location());
    Map<String, List<MemberSpell>> spells = new LinkedHashMap<>();
    for (PublishedRow row : rows) {
      spell(id, row)
          .ifPresent(
              spell -> {
                spell.checkWithin(inForce, "mem_st_year", problems);
                spell.addTo(records);
                spells
                    .computeIfAbsent(spell.member().slug(), member -> new ArrayList<>())
                    .add(spell);
              });
    }
    spells.values().forEach(ofMember -> MemberSpell.checkOverlaps(ofMember, problems));
  }

  private Optional<MemberSpell> spell(int id, PublishedRow row) {
    Optional<SystemState> member = states.state(row, "ccode", problems);
    PublishedDate start = date(row, "mem_st");
    PublishedDate end = date(row, "mem_end");
    PublishedDate.checkOrder(row, "mem_st_year", start, end, problems);
    boolean leftCensored = row.flag("left_censor");
    Optional<EdtfDate> last = end(row, "mem_end_year", end, row.flag("right_censor"));
    Map<Obligation, String> obligations = obligations(row);
    if (member.isEmpty() || start.isImpossible() || end.isImpossible()) {
      return Optional.empty();
    }
    if (start.date().isEmpty()) {
      row.error(
          Rule.CELL_REQUIRED,
          "mem_st_year",
          "the year in which the membership begins",
          "Take a fresh copy of the published file");
      return Optional.empty();
    }
    EdtfDate published = start.date().get();
    Optional<LocalDate> firstDay = leftCensored ? published.lastDay() : Optional.empty();
    EdtfDate begin = firstDay.map(EdtfDate::onOrBefore).orElse(published);
    String code = row.text("ccode");
    if (!records.isFirst(
        row, "alliance " + id + ", member " + code + " from " + published.text(), problems)) {
      return Optional.empty();
    }
    Period period = new Period(Optional.of(begin), last);
    StateSystem.checkInSystem(
        row, "mem_st_year", member.get(), period, DATASET.coverageEnd(), problems);
    return Optional.of(
        new MemberSpell(
            row,
            "cow-" + id,
            member.get(),
            Optional.empty(),
            period,
            obligations,
            "cow-" + id + "-" + code + "-" + published.text().substring(0, 4),
            "alliance " + id + ", member " + code + ", row " + row.line()));
  }

  private static Map<Obligation, String> obligations(PublishedRow row) {
    Map<Obligation, String> owed = new EnumMap<>(Obligation.class);
    add(owed, row, "defense", Obligation.DEFENCE);
    add(owed, row, "neutrality", Obligation.NEUTRALITY);
    add(owed, row, "nonaggression", Obligation.NON_AGGRESSION);
    add(owed, row, "entente", Obligation.CONSULTATION);
    return owed;
  }

  private static void add(
      Map<Obligation, String> owed, PublishedRow row, String column, Obligation obligation) {
    if (row.flag(column)) {
      owed.put(obligation, "");
    }
  }

  private Optional<EdtfDate> end(
      PublishedRow row, String column, PublishedDate end, boolean rightCensored) {
    if (end.date().isPresent()) {
      if (rightCensored && column.equals("mem_end_year")) {
        problems.warning(
            Rule.CELLS_DISAGREE,
            row.cell(column),
            end.date().get().text(),
            "no end, since right_censor says that the membership goes on",
            "Compare the row with the code book; the end is taken as given");
      }
      return end.date();
    }
    return rightCensored ? Optional.of(EdtfDate.OPEN) : Optional.empty();
  }

  private void checkSameAlliance(PublishedRow first, PublishedRow row) {
    for (String column :
        List.of(
            "ss_type",
            "all_st_year",
            "all_st_month",
            "all_st_day",
            "all_end_year",
            "all_end_month",
            "all_end_day")) {
      if (!row.text(column).equals(first.text(column))) {
        problems.warning(
            Rule.ROWS_DISAGREE,
            row.cell(column),
            row.text(column),
            "the same as in line " + first.line() + " of the same alliance: " + first.text(column),
            "Compare the rows with the code book; the first row counts");
      }
    }
  }

  private static PublishedDate date(PublishedRow row, String prefix) {
    return PublishedDate.read(
        row, DATASET.coverageEnd(), prefix + "_year", prefix + "_month", prefix + "_day");
  }
}
