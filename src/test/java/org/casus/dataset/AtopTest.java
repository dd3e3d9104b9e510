package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.casus.dataset.ImportedFiles.ATOP_ALLIANCES_HEADER;
import static org.casus.dataset.ImportedFiles.ATOP_MEMBERS_HEADER;
import static org.casus.dataset.ImportedFiles.member;
import static org.casus.dataset.ImportedFiles.records;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.model.Actor;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.Participation;
import org.casus.model.Period;
import org.casus.model.Provision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of ATOP 4.01, one synthetic alliance for each. */
class AtopTest {

  private static final String OPEN = "0,0,0";

  @TempDir private Path directory;
  private ImportedFiles files;

  @BeforeEach
  void importStates() {
    files = ImportedFiles.withStates(directory);
  }

  private static String alliance(int id, String begin, String end) {
    return id + ",350," + begin + "," + end + ",1,0,0,1,0,200,4.01\n";
  }

  private DatasetContent read(String alliances, String... members) {
    Optional<DatasetContent> content =
        files.add(
            Dataset.ATOP,
            ATOP_ALLIANCES_HEADER + alliances,
            ATOP_MEMBERS_HEADER + String.join("", members));
    assertThat(files.problems().errors()).as(files.problems().sorted().toString()).isZero();
    return content.orElseThrow();
  }

  private static Period period(String start, String end) {
    return new Period(Optional.of(EdtfDate.parse(start)), Optional.of(EdtfDate.parse(end)));
  }

  @Test
  void numbers_of_both_data_sets_are_kept_and_zero_is_an_open_end() {
    DatasetContent content =
        read(
            alliance(4220, "1992,5,15", OPEN),
            member(4220, 365, 0, "1992,5,15", OPEN, "1,0,0,1,1"),
            member(4220, 371, 0, "1992,5,15", "1999,4,20", "0,1,1,0,0"));

    Agreement agreement = records(content, Agreement.class).get(0);
    assertThat(agreement.id()).isEqualTo("atop-4220");
    assertThat(agreement.label()).isEqualTo("ATOP alliance 4220, 1992");
    assertThat(agreement.atopId()).contains(4220);
    assertThat(agreement.cowId()).contains(350);
    assertThat(agreement.inForce()).isEqualTo(period("1992-05-15", ".."));
    assertThat(agreement.attestation().source()).isEqualTo("atop-4-01");
    assertThat(records(content, Participation.class))
        .extracting(Participation::id, Participation::period)
        .containsExactly(
            tuple("atop-4220-365-1992", period("1992-05-15", "..")),
            tuple("atop-4220-371-1992", period("1992-05-15", "1999-04-20")));
    assertThat(records(content, Provision.class))
        .extracting(Provision::kind, Provision::owedBy)
        .containsExactly(
            tuple("defence", List.of("cow-365")),
            tuple("non-aggression", List.of("cow-365")),
            tuple("consultation", List.of("cow-365")),
            tuple("offence", List.of("cow-371")),
            tuple("neutrality", List.of("cow-371")));
    assertThat(records(content, Participation.class).get(0).attestation().locators())
        .containsExactly("alliance 4220, member 365, row 2");
  }

  @Test
  void the_files_may_come_in_either_order() {
    Optional<DatasetContent> content =
        files.add(
            Dataset.ATOP,
            ATOP_MEMBERS_HEADER + member(1, 200, 0, "1900,1,1", OPEN, "1,0,0,0,0"),
            ATOP_ALLIANCES_HEADER + alliance(1, "1900,1,1", OPEN));

    assertThat(content).isPresent();
  }

  @Test
  void phases_that_follow_each_other_are_spells_in_one_agreement() {
    DatasetContent content =
        read(
            alliance(1, "1992,5,15", OPEN),
            member(1, 365, 1, "1992,5,15", "2002,10,7", "1,0,0,0,0"),
            member(1, 365, 2, "2002,10,7", OPEN, "1,0,0,0,1"));

    assertThat(records(content, Agreement.class)).hasSize(1);
    assertThat(records(content, Participation.class))
        .extracting(
            Participation::id,
            Participation::agreement,
            Participation::phase,
            Participation::period)
        .containsExactly(
            tuple(
                "atop-1-365-phase-1-1992",
                "atop-1",
                Optional.of(1),
                period("1992-05-15", "2002-10-07")),
            tuple("atop-1-365-phase-2-2002", "atop-1", Optional.of(2), period("2002-10-07", "..")));
    assertThat(records(content, Provision.class))
        .filteredOn(provision -> provision.kind().equals("consultation"))
        .extracting(Provision::period)
        .containsExactly(period("2002-10-07", ".."));
    assertThat(records(content, Participation.class).get(1).attestation().locators())
        .containsExactly("alliance 1, member 365, phase 2, row 3");
  }

  @Test
  void phases_side_by_side_are_told_apart_by_their_number() {
    DatasetContent content =
        read(
            alliance(4070, "1991,10,1", OPEN),
            member(4070, 220, 1, "1991,10,1", "1992,12,31", "0,0,0,0,1"),
            member(4070, 315, 1, "1991,10,1", "1992,12,31", "0,0,0,0,1"),
            member(4070, 220, 2, "1993,1,1", OPEN, "0,0,0,0,1"),
            member(4070, 316, 2, "1993,1,1", OPEN, "0,0,0,0,1"),
            member(4070, 220, 3, "1993,1,1", OPEN, "0,0,0,0,1"),
            member(4070, 317, 3, "1993,1,1", OPEN, "0,0,0,0,1"));

    assertThat(records(content, Agreement.class))
        .extracting(Agreement::id, Agreement::inForce)
        .containsExactly(tuple("atop-4070", period("1991-10-01", "..")));
    assertThat(records(content, Participation.class))
        .filteredOn(part -> part.phase().equals(Optional.of(3)))
        .extracting(Participation::party)
        .containsExactly("cow-220", "cow-317");
    assertThat(records(content, Provision.class))
        .filteredOn(provision -> provision.phase().equals(Optional.of(2)))
        .extracting(Provision::owedBy)
        .containsExactly(List.of("cow-220"), List.of("cow-316"));
  }

  @Test
  void the_number_0_is_no_phase() {
    DatasetContent content =
        read(alliance(1, "1992,5,15", OPEN), member(1, 365, 0, "1992,5,15", OPEN, "1,0,0,0,0"));

    assertThat(records(content, Participation.class).get(0).phase()).isEmpty();
    assertThat(records(content, Provision.class).get(0).phase()).isEmpty();
  }

  @Test
  void two_spells_in_one_phase_that_overlap_are_an_error() {
    files.add(
        Dataset.ATOP,
        ATOP_MEMBERS_HEADER
            + member(1, 365, 1, "1992,5,15", "2002,10,7", "1,0,0,0,0")
            + member(1, 365, 1, "2002,1,1", OPEN, "1,0,0,0,0"),
        ATOP_ALLIANCES_HEADER + alliance(1, "1992,5,15", OPEN));

    assertThat(files.told()).containsExactly("error PERIODS_OVERLAP 3 ");
  }

  @Test
  void a_missing_day_gives_a_month() {
    DatasetContent content =
        read(
            alliance(1, "1844,6,", "1846,6,29"),
            member(1, 200, 0, "1844,6,", "1846,6,0", "1,0,0,0,0"));

    assertThat(records(content, Participation.class).get(0).period())
        .isEqualTo(period("1844-06", "1846-06"));
  }

  @Test
  void limits_of_the_condition_are_told_in_words() {
    String row = member(1, 200, 0, "1900,1,1", OPEN, "1,0,0,0,0");
    int defcoadv = Layout.ATOP_MEMBERS.columns().indexOf("defcoadv");
    int defconpr = Layout.ATOP_MEMBERS.columns().indexOf("defconpr");
    String[] cells = row.strip().split(",");
    cells[defcoadv] = "1";
    cells[defconpr] = "1";

    DatasetContent content = read(alliance(1, "1900,1,1", OPEN), String.join(",", cells) + "\n");

    assertThat(records(content, Provision.class).get(0).condition())
        .contains(
            "armed attack on a party; against certain adversaries, unless the party provoked it"
                + " (ATOP coding)");
  }

  @Test
  void a_member_outside_the_list_of_states_is_kept_under_its_number() {
    DatasetContent content =
        read(
            alliance(1320, "1874,3,15", "1883,8,25"),
            member(1320, 8152, 0, "1874,3,15", "1883,8,25", "0,0,0,0,1")
                .replace(",8152,1,", ",8152,0,"),
            member(1320, 220, 0, "1874,3,15", "1883,8,25", "0,0,0,0,1"));

    assertThat(files.told()).containsExactly("warning STATE_UNKNOWN 2 member");
    assertThat(records(content, Actor.class))
        .extracting(Actor::id, Actor::cowCode)
        .containsExactly(tuple("atop-8152", Optional.empty()));
    assertThat(records(content, Participation.class).get(0).party()).isEqualTo("atop-8152");
  }

  @Test
  void a_member_of_the_system_that_is_not_in_the_list_is_an_error() {
    assertThat(
            files.add(
                Dataset.ATOP,
                ATOP_ALLIANCES_HEADER + alliance(1, "1900,1,1", OPEN),
                ATOP_MEMBERS_HEADER + member(1, 999, 0, "1900,1,1", OPEN, "1,0,0,0,0")))
        .isEmpty();
    assertThat(files.told()).containsExactly("error STATE_UNKNOWN 2 member");
  }

  @Test
  void an_alliance_in_one_file_only_is_an_error() {
    assertThat(
            files.add(
                Dataset.ATOP,
                ATOP_ALLIANCES_HEADER
                    + alliance(1, "1900,1,1", OPEN)
                    + alliance(2, "1900,1,1", OPEN),
                ATOP_MEMBERS_HEADER
                    + member(1, 200, 0, "1900,1,1", OPEN, "1,0,0,0,0")
                    + member(3, 200, 0, "1900,1,1", OPEN, "1,0,0,0,0")))
        .isEmpty();
    assertThat(files.told())
        .containsExactly("error REFERENCE_UNKNOWN 3 atopid", "error REFERENCE_UNKNOWN 3 atopid");
  }

  @Test
  void the_same_kind_of_file_twice_is_an_error() {
    String members = ATOP_MEMBERS_HEADER + member(1, 200, 0, "1900,1,1", OPEN, "1,0,0,0,0");

    assertThat(files.add(Dataset.ATOP, members, members)).isEmpty();
    assertThat(files.told()).containsExactly("error FILE_OF_OTHER_DATASET 0 ");
  }
}
