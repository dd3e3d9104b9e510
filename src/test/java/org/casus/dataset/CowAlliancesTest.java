package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.casus.dataset.ImportedFiles.ALLIANCES_HEADER;
import static org.casus.dataset.ImportedFiles.records;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.Participation;
import org.casus.model.Period;
import org.casus.model.Provision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of Formal Alliances 4.1 by member, one synthetic alliance for each. */
class CowAlliancesTest {

  @TempDir private Path directory;
  private ImportedFiles files;

  @BeforeEach
  void importStates() {
    files = ImportedFiles.withStates(directory);
  }

  private DatasetContent read(String... rows) {
    Optional<DatasetContent> content =
        files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + String.join("", rows));
    assertThat(files.problems().errors()).as(files.problems().sorted().toString()).isZero();
    return content.orElseThrow();
  }

  private static Period period(String start, String end) {
    return new Period(Optional.of(EdtfDate.parse(start)), Optional.of(EdtfDate.parse(end)));
  }

  @Test
  void an_alliance_its_members_and_what_each_owes() {
    DatasetContent content =
        read(
            "7,200,\"United Kingdom\",1,2,1900,3,4,1910,\"Type I: Defense Pact\",1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "7,220,\"France\",1,2,1900,3,4,1910,\"Type I: Defense Pact\",1,2,1900,3,4,1910,0,0,0,1,1,1,4.1\n");

    Agreement agreement = records(content, Agreement.class).get(0);
    assertThat(agreement.id()).isEqualTo("cow-7");
    assertThat(agreement.kind()).isEqualTo("treaty");
    assertThat(agreement.label()).isEqualTo("COW alliance 7: Type I: Defense Pact, 1900");
    assertThat(agreement.inForce()).isEqualTo(period("1900-02-01", "1910-04-03"));
    assertThat(agreement.cowId()).contains(7);
    assertThat(agreement.attestation().source()).isEqualTo("cow-alliances-4-1");
    assertThat(agreement.attestation().locators()).containsExactly("alliance 7");

    List<Participation> members = records(content, Participation.class);
    assertThat(members)
        .extracting(Participation::id, Participation::party, Participation::role)
        .containsExactly(
            tuple("cow-7-200-1900", "cow-200", "party"),
            tuple("cow-7-220-1900", "cow-220", "party"));
    assertThat(members.get(1).attestation().locators())
        .containsExactly("alliance 7, member 220, row 3");
    assertThat(members.get(1).attestation().status()).contains("single");

    List<Provision> provisions = records(content, Provision.class);
    assertThat(provisions)
        .extracting(Provision::id, Provision::kind, Provision::owedBy)
        .containsExactly(
            tuple("cow-7-200-1900-defence", "defence", List.of("cow-200")),
            tuple("cow-7-220-1900-neutrality", "neutrality", List.of("cow-220")),
            tuple("cow-7-220-1900-non-aggression", "non-aggression", List.of("cow-220")),
            tuple("cow-7-220-1900-consultation", "consultation", List.of("cow-220")));
    assertThat(provisions).allMatch(provision -> provision.owedTo().isEmpty());
    assertThat(provisions.get(0).condition()).contains("armed attack on a party");
    assertThat(provisions.get(0).scope()).contains("unstated");
    assertThat(files.told()).isEmpty();
  }

  @Test
  void entry_and_exit_are_those_of_the_member() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,3,4,1930,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "7,200,UK,1,2,1900,3,4,1930,T,5,6,1920,3,4,1930,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,2,1900,3,4,1930,T,7,8,1915,3,4,1930,0,0,0,0,0,1,4.1\n");

    assertThat(records(content, Participation.class))
        .extracting(Participation::id, Participation::period)
        .containsExactly(
            tuple("cow-7-200-1900", period("1900-02-01", "1910-04-03")),
            tuple("cow-7-200-1920", period("1920-06-05", "1930-04-03")),
            tuple("cow-7-220-1915", period("1915-08-07", "1930-04-03")));
    assertThat(records(content, Provision.class))
        .filteredOn(provision -> provision.owedBy().contains("cow-200"))
        .extracting(Provision::period)
        .containsExactly(period("1900-02-01", "1910-04-03"), period("1920-06-05", "1930-04-03"));
  }

  @Test
  void two_spells_that_begin_in_one_year_have_two_ids() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,3,4,1930,T,1,2,1900,1,3,1900,0,0,1,0,0,0,4.1\n",
            "7,200,UK,1,2,1900,3,4,1930,T,1,5,1900,3,4,1930,0,0,1,0,0,0,4.1\n");

    assertThat(records(content, Participation.class))
        .extracting(Participation::id)
        .containsExactly("cow-7-200-1900", "cow-7-200-1900-2");
    assertThat(records(content, Provision.class))
        .extracting(Provision::id)
        .containsExactly("cow-7-200-1900-defence", "cow-7-200-1900-2-defence");
  }

  @Test
  void several_alliances_of_one_pair_are_several_agreements() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "8,200,UK,1,2,1905,3,4,1910,T,1,2,1905,3,4,1910,0,0,0,0,0,1,4.1\n",
            "8,220,France,1,2,1905,3,4,1910,T,1,2,1905,3,4,1910,0,0,0,0,0,1,4.1\n");

    assertThat(records(content, Agreement.class))
        .extracting(Agreement::id)
        .containsExactly("cow-7", "cow-8");
  }

  @Test
  void an_end_after_the_coverage_is_open_and_one_not_told_is_unknown() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,,,,T,1,2,1900,,,,0,1,1,0,0,0,4.1\n",
            "7,220,France,1,2,1945,,,,T,1,2,1945,,,,0,0,1,0,0,0,4.1\n",
            "8,220,France,1,2,1945,0,0,0,T,1,2,1945,-9,-9,-9,0,0,1,0,0,0,4.1\n");

    assertThat(records(content, Agreement.class).get(0).inForce().end()).contains(EdtfDate.OPEN);
    assertThat(records(content, Agreement.class).get(1).inForce().end()).isEmpty();
    assertThat(records(content, Participation.class))
        .extracting(part -> part.period().end())
        .containsExactly(Optional.of(EdtfDate.OPEN), Optional.empty(), Optional.empty());
  }

  @Test
  void a_start_censored_on_the_left_lies_on_or_before_the_day() {
    DatasetContent content = read("7,200,UK,9,5,1386,,,,T,1,1,1816,,,,1,1,1,0,0,0,4.1\n");

    Participation member = records(content, Participation.class).get(0);
    assertThat(member.period().start()).contains(EdtfDate.onOrBefore(LocalDate.of(1816, 1, 1)));
    assertThat(member.id()).isEqualTo("cow-7-200-1816");
    assertThat(records(content, Agreement.class).get(0).inForce().start())
        .contains(EdtfDate.parse("1386-05-09"));
    assertThat(files.told()).isEmpty();
  }

  @Test
  void blank_zero_and_minus_nine_make_a_date_less_precise() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,,,1910,T,0,2,1900,-9,-9,1910,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,2,1900,,,1910,T,,,1900,0,4,1910,0,0,1,0,0,0,4.1\n");

    assertThat(records(content, Participation.class))
        .extracting(Participation::period)
        .containsExactly(period("1900-02", "1910"), period("1900", "1910-04"));
    assertThat(records(content, Agreement.class).get(0).inForce())
        .isEqualTo(period("1900-02-01", "1910"));
  }

  @Test
  void one_sided_duties_bind_only_the_member_that_has_them() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,0,0,0,0,4.1\n");

    assertThat(records(content, Participation.class)).hasSize(2);
    assertThat(records(content, Provision.class))
        .singleElement()
        .satisfies(
            provision -> {
              assertThat(provision.owedBy()).containsExactly("cow-200");
              assertThat(provision.gist()).startsWith("United Kingdom is obliged to support");
            });
  }

  @Test
  void a_member_that_is_no_state_yet_or_no_longer_is_kept_with_a_warning() {
    DatasetContent content =
        read(
            "7,371,Armenia,1,1,1990,1,1,1995,T,1,1,1990,1,1,1995,0,0,1,0,0,0,4.1\n",
            "7,315,Czechoslovakia,1,1,1990,1,1,1995,T,1,1,1990,1,1,1995,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,1,1940,1,1,1995,T,1,1,1940,1,1,1995,0,0,1,0,0,0,4.1\n");

    assertThat(records(content, Participation.class)).hasSize(3);
    assertThat(files.told())
        .contains(
            "warning STATE_OUTSIDE_SYSTEM 2 mem_st_year",
            "warning STATE_OUTSIDE_SYSTEM 3 mem_st_year",
            "warning STATE_OUTSIDE_SYSTEM 4 mem_st_year");
    assertThat(files.problems().sorted().toString())
        .contains("Armenia, 1990-01-01 to 1995-01-01", "1991-12-26 to the end of the data")
        .contains("1816-01-01 or before to 1942-11-11 and 1944-08-25 to the end");
  }

  @Test
  void a_member_before_its_alliance_is_kept_with_a_warning() {
    read("7,200,UK,1,2,1900,3,4,1910,T,1,1,1900,3,4,1910,0,0,1,0,0,0,4.1\n");

    assertThat(files.told()).containsExactly("warning PERIOD_OUTSIDE_AGREEMENT 2 mem_st_year");
  }

  @Test
  void blank_flags_are_not_coded_and_told() {
    DatasetContent content = read("7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,,0,0,1,1,,4.1\n");

    assertThat(records(content, Provision.class))
        .extracting(Provision::kind)
        .containsExactly("neutrality", "non-aggression");
    assertThat(files.told())
        .containsExactly("warning CELL_REQUIRED 2 entente", "warning CELL_REQUIRED 2 left_censor");
  }

  @Test
  void an_end_in_a_row_that_goes_on_is_told() {
    read("7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,1,1,0,0,0,4.1\n");

    assertThat(files.told()).containsExactly("warning CELLS_DISAGREE 2 mem_end_year");
  }

  @Test
  void rows_that_tell_the_alliance_differently_are_told_and_the_first_counts() {
    DatasetContent content =
        read(
            "7,200,UK,1,2,1900,3,4,1910,T,1,2,1900,3,4,1910,0,0,1,0,0,0,4.1\n",
            "7,220,France,1,2,1901,3,4,1910,T,1,2,1901,3,4,1910,0,0,1,0,0,0,4.1\n");

    assertThat(files.told()).containsExactly("warning ROWS_DISAGREE 3 all_st_year");
    assertThat(records(content, Agreement.class).get(0).inForce().start())
        .contains(EdtfDate.parse("1900-02-01"));
  }
}
