package org.casus.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.dataset.StateSystem.SystemState;
import org.casus.model.EdtfDate;
import org.casus.model.Participation;
import org.casus.model.Period;
import org.casus.model.Provision;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * One row of a file of alliance members: a state in an alliance, or in one phase of it, from when
 * to when, and what it owes in that time.
 *
 * @param row the row
 * @param agreement slug of the agreement
 * @param member the state
 * @param phase number of the phase, if the alliance has several
 * @param period from when to when it is a member
 * @param obligations what it owes, with limits of the condition, empty if there are none
 * @param id id of the participation, from which those of the provisions are made
 * @param locator where in the data set
 */
record MemberSpell(
    PublishedRow row,
    String agreement,
    SystemState member,
    Optional<Integer> phase,
    Period period,
    Map<Obligation, String> obligations,
    String id,
    String locator) {

  /** Adds the participation and a provision for each obligation, with the period of the row. */
  void addTo(DatasetRecords records) {
    String participation = records.unused(id);
    records.add(
        "participation",
        new Participation(
            participation,
            agreement,
            member.slug(),
            "party",
            phase,
            period,
            records.attestation(locator, Optional.empty())),
        row.location());
    obligations.forEach(
        (obligation, limits) ->
            records.add(
                "provision",
                new Provision(
                    participation + "-" + obligation.code(),
                    agreement,
                    obligation.code(),
                    obligation.gist(member.name()),
                    List.of(member.slug()),
                    List.of(),
                    obligation.condition(limits),
                    Optional.of("unstated"),
                    List.of(),
                    Optional.empty(),
                    phase,
                    period,
                    records.attestation(locator, Optional.empty())),
                row.location()));
  }

  /** Whether two spells of one member certainly share more than one day. */
  boolean overlaps(MemberSpell other) {
    return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
  }

  private boolean beginsBeforeEndOf(MemberSpell other) {
    var start = period.start().flatMap(EdtfDate::lastDay);
    Optional<EdtfDate> end = other.period.end();
    if (start.isEmpty() || end.isEmpty() || other.period.start().isEmpty()) {
      return false;
    }
    return end.get().equals(EdtfDate.OPEN)
        || end.get().firstDay().filter(last -> start.get().isBefore(last)).isPresent();
  }

  /**
   * Tells spells of one member in one phase of one agreement that overlap: it would owe the same
   * twice.
   */
  static void checkOverlaps(List<MemberSpell> spellsOfOneMember, Problems problems) {
    for (int i = 0; i < spellsOfOneMember.size(); i++) {
      for (int j = 0; j < i; j++) {
        MemberSpell before = spellsOfOneMember.get(j);
        MemberSpell spell = spellsOfOneMember.get(i);
        if (spell.overlaps(before)) {
          problems.error(
              Rule.PERIODS_OVERLAP,
              spell.row.location(),
              spell.member.name() + ", " + StateSystem.text(spell.period),
              "spells of one member that share one day at most; line "
                  + before.row.line()
                  + " has "
                  + StateSystem.text(before.period),
              "Take a fresh copy of the published file, or correct the dates after its code book");
        }
      }
    }
  }

  /** Warns of a spell that is certainly longer than its alliance lasted. */
  void checkWithin(Period agreementInForce, String column, Problems problems) {
    boolean early = certainlyBefore(period.start(), agreementInForce.start());
    boolean late = certainlyBefore(agreementInForce.end(), period.end());
    if (early || late) {
      problems.warning(
          Rule.PERIOD_OUTSIDE_AGREEMENT,
          row.cell(column),
          member.name() + ", " + StateSystem.text(period),
          "a period within that of the alliance, " + StateSystem.text(agreementInForce),
          "Nothing has to be done: the row is kept as published");
    }
  }

  private static boolean certainlyBefore(Optional<EdtfDate> earlier, Optional<EdtfDate> later) {
    return earlier.isPresent()
        && later.isPresent()
        && !earlier.get().equals(EdtfDate.OPEN)
        && (later.get().equals(EdtfDate.OPEN) || later.get().isAfter(earlier.get()));
  }
}
