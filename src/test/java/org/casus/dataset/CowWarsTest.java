package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.casus.dataset.ImportedFiles.WARS_HEADER;
import static org.casus.dataset.ImportedFiles.records;

import java.nio.file.Path;
import java.util.Optional;
import org.casus.model.EdtfDate;
import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.model.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of the inter-state wars 4.0, one synthetic war for each. */
class CowWarsTest {

  private static final String NO_SECOND_SPELL = "-8,-8,-8,-8,-8,-8";

  @TempDir private Path directory;
  private ImportedFiles files;

  @BeforeEach
  void importStates() {
    files = ImportedFiles.withStates(directory);
  }

  private DatasetContent read(String... rows) {
    Optional<DatasetContent> content =
        files.add(Dataset.COW_WARS, WARS_HEADER + String.join("", rows));
    assertThat(files.problems().errors()).as(files.problems().sorted().toString()).isZero();
    return content.orElseThrow();
  }

  private static String row(
      int code, int side, String first, String second, int initiator, int outcome) {
    return "5,Some War,1,%d,Name,%d,%s,%s,-8,2,%d,%d,-8,-9,4\n"
        .formatted(code, side, first, second, initiator, outcome);
  }

  private static Period period(String start, String end) {
    return new Period(Optional.of(EdtfDate.parse(start)), Optional.of(EdtfDate.parse(end)));
  }

  @Test
  void a_war_lasts_from_the_first_spell_to_the_last() {
    DatasetContent content =
        read(
            row(200, 1, "9,3,1839,8,14,1845", NO_SECOND_SPELL, 1, 1),
            row(220, 2, "9,2,1839,6,22,1840", "10,23,1844,8,15,1845", 2, 2));

    Event war = records(content, Event.class).get(0);
    assertThat(war.id()).isEqualTo("cow-war-5");
    assertThat(war.kind()).isEqualTo("war");
    assertThat(war.label()).isEqualTo("Some War (COW war 5)");
    assertThat(war.period()).isEqualTo(period("1839-09-02", "1845-08-15"));
    assertThat(war.outcome()).contains("Victory of side 1.");
    assertThat(war.attestation().source()).isEqualTo("cow-wars-4-0");
    assertThat(records(content, EventParticipation.class))
        .extracting(EventParticipation::id, EventParticipation::actor, EventParticipation::role)
        .containsExactly(
            tuple("cow-war-5-200-side-1-initiator", "cow-200", "initiator"),
            tuple("cow-war-5-200-side-1-winner", "cow-200", "winner"),
            tuple("cow-war-5-220-side-2-target", "cow-220", "target"),
            tuple("cow-war-5-220-side-2-target-2", "cow-220", "target"),
            tuple("cow-war-5-220-side-2-loser", "cow-220", "loser"));
    Period undated = new Period(Optional.empty(), Optional.empty());
    assertThat(records(content, EventParticipation.class))
        .extracting(part -> part.side().orElse(""), EventParticipation::period)
        .containsExactly(
            tuple("1", period("1839-09-03", "1845-08-14")),
            tuple("1", undated),
            tuple("2", period("1839-09-02", "1840-06-22")),
            tuple("2", period("1844-10-23", "1845-08-15")),
            tuple("2", undated));
    EventParticipation france = records(content, EventParticipation.class).get(2);
    assertThat(france.attestation().locators()).containsExactly("war 5, ccode 220, row 3");
    assertThat(france.attestation().note()).contains("Outcome: loser.");
    assertThat(files.told()).isEmpty();
  }

  @Test
  void a_state_that_changed_sides_has_a_part_on_each() {
    DatasetContent content =
        read(
            row(200, 1, "9,3,1839,8,14,1845", NO_SECOND_SPELL, 2, 4),
            row(220, 1, "9,3,1839,6,22,1840", NO_SECOND_SPELL, 2, 8),
            row(220, 2, "7,7,1840,7,14,1841", NO_SECOND_SPELL, 2, 4));

    assertThat(records(content, EventParticipation.class))
        .extracting(EventParticipation::id)
        .containsExactly(
            "cow-war-5-200-side-1-participant",
            "cow-war-5-220-side-1-participant",
            "cow-war-5-220-side-2-participant");
    assertThat(records(content, Event.class).get(0).outcome())
        .contains("Coded as: the war changed into one of another type.");
  }

  @Test
  void unknown_parts_make_a_date_less_precise_and_a_war_may_go_on() {
    DatasetContent content =
        read(
            row(200, 1, "-9,-9,1839,8,-9,1845", NO_SECOND_SPELL, 1, 6),
            row(220, 2, "9,3,1839,-7,-7,-7", NO_SECOND_SPELL, 2, 5));

    assertThat(records(content, Event.class).get(0).period()).isEqualTo(period("1839", ".."));
  }

  @Test
  void a_war_without_a_known_year_says_so() {
    DatasetContent content = read(row(200, 1, "-9,-9,-9,-9,-9,-9", NO_SECOND_SPELL, 1, 6));

    Event war = records(content, Event.class).get(0);
    assertThat(war.period()).isEqualTo(new Period(Optional.empty(), Optional.empty()));
    assertThat(war.attestation().note()).contains("The file gives no year of the beginning.");
  }

  @Test
  void lone_carriage_returns_end_lines() {
    String text =
        WARS_HEADER
            + row(200, 1, "9,3,1839,8,14,1845", NO_SECOND_SPELL, 1, 1)
            + row(220, 2, "9,3,1839,8,14,1845", NO_SECOND_SPELL, 2, 2).strip();

    DatasetContent content = files.add(Dataset.COW_WARS, text.replace('\n', '\r')).orElseThrow();

    assertThat(records(content, EventParticipation.class)).hasSize(4);
    assertThat(records(content, EventParticipation.class).get(3).attestation().locators())
        .containsExactly("war 5, ccode 220, row 3");
  }

  @Test
  void codes_that_the_code_book_does_not_have_are_errors() {
    files.add(
        Dataset.COW_WARS, WARS_HEADER + row(200, 3, "9,3,1839,8,14,1845", NO_SECOND_SPELL, 0, 9));

    assertThat(files.told())
        .containsExactly(
            "error CELL_MALFORMED 2 Initiator",
            "error CELL_MALFORMED 2 Outcome",
            "error CELL_MALFORMED 2 Side");
  }
}
