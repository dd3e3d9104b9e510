package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.casus.dataset.ImportedFiles.ALLIANCES_HEADER;
import static org.casus.dataset.ImportedFiles.STATES;
import static org.casus.dataset.ImportedFiles.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.CodeLists;
import org.casus.model.EdtfDate;
import org.casus.model.Participation;
import org.casus.model.Period;
import org.casus.model.SystemMembership;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.GraphRows;
import org.casus.source.SourceReader;
import org.casus.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was imported is kept, read again, replaced and removed. */
class ImportsTest {

  private static final String ROW =
      "7,371,Armenia,1,2,2000,3,4,2010,T,1,2,2000,3,4,2010,0,0,1,0,0,0,4.1\n";

  @TempDir private Path directory;
  private ImportedFiles files;

  @BeforeEach
  void importStates() {
    files = ImportedFiles.withStates(directory);
  }

  private static CuratedData curated() {
    Problems problems = new Problems();
    CodeLists codes = Ontology.read(Path.of("ontology"), problems).codeLists();
    return new SourceReader(Path.of("data"), codes).read(problems);
  }

  @Test
  void the_copy_is_exact_and_described() throws IOException {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);

    assertThat(files.imports().list())
        .extracting(info -> info.key())
        .containsExactly("cow-states-2016", "cow-alliances-4.1");
    assertThat(files.imports().list().get(1).files())
        .singleElement()
        .satisfies(file -> assertThat(file.rows()).isEqualTo(1));
    assertThat(files.imports().list().get(1).created()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(files.imports().files().keySet())
        .containsExactly(
            "imports/cow-alliances-4.1/file0.csv", "imports/cow-states-2016/file0.csv");
    try (Stream<Path> all = Files.walk(directory.resolve("db/imports/cow-alliances-4.1"))) {
      assertThat(all.filter(file -> file.endsWith("file0.csv")).toList())
          .singleElement()
          .satisfies(copy -> assertThat(copy).hasContent(ALLIANCES_HEADER + ROW));
    }
  }

  @Test
  void what_is_read_again_is_what_was_imported_states_first() {
    List<GraphRows> added =
        files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW).orElseThrow().rows();

    Problems problems = new Problems();
    List<DatasetContent> read = files.imports().read(ImportedFiles.nothingCurated(), problems);

    assertThat(problems.errors()).isZero();
    assertThat(read)
        .extracting(DatasetContent::dataset)
        .containsExactly(Dataset.COW_STATES, Dataset.COW_ALLIANCES);
    assertThat(read.get(1).rows())
        .extracting(GraphRows::graph)
        .containsOnly("dataset/cow-alliances-4.1");
    assertThat(read.get(1).rows())
        .extracting(GraphRows::kind)
        .containsExactly("agreement", "participation", "provision");
    assertThat(read.get(1).rows().get(1).rows().get(0).value())
        .isEqualTo(added.get(1).rows().get(0).value());
    assertThat(read.get(1).rows().get(1).rows().get(0).location().file())
        .isEqualTo("imports/cow-alliances-4.1/file0.csv");
  }

  @Test
  void a_curated_state_stays_the_actor_that_it_is() {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);

    List<DatasetContent> read = files.imports().read(curated(), new Problems());

    assertThat(records(read.get(0), Actor.class))
        .extracting(Actor::id)
        .contains("cow-200", "cow-315")
        .doesNotContain("cow-371", "cow-365", "armenia");
    assertThat(records(read.get(1), Participation.class))
        .extracting(Participation::party)
        .containsExactly("armenia");
  }

  @Test
  void states_carry_their_code_name_and_spells() {
    List<DatasetContent> read =
        files.imports().read(ImportedFiles.nothingCurated(), new Problems());

    Actor france =
        records(read.get(0), Actor.class).stream()
            .filter(actor -> actor.id().equals("cow-220"))
            .findFirst()
            .orElseThrow();
    assertThat(france.kind()).isEqualTo("state");
    assertThat(france.label()).isEqualTo("France");
    assertThat(france.cowCode()).contains(220);
    assertThat(france.attestation().locators()).containsExactly("ccode 220");
    assertThat(records(read.get(0), SystemMembership.class))
        .filteredOn(membership -> membership.state().equals("cow-220"))
        .extracting(
            SystemMembership::id,
            SystemMembership::period,
            membership -> membership.attestation().locators())
        .containsExactly(
            tuple(
                "cow-220-1816",
                new Period(
                    Optional.of(EdtfDate.onOrBefore(LocalDate.parse("1816-01-01"))),
                    Optional.of(EdtfDate.parse("1942-11-11"))),
                List.of("ccode 220, row 3")),
            tuple(
                "cow-220-1944",
                new Period(Optional.of(EdtfDate.parse("1944-08-25")), Optional.of(EdtfDate.OPEN)),
                List.of("ccode 220, row 4")));
  }

  @Test
  void an_import_takes_the_place_of_an_earlier_one() throws IOException {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW.replace("7,", "8,"));
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW.replace("7,", "8,"));

    List<DatasetContent> read =
        files.imports().read(ImportedFiles.nothingCurated(), new Problems());
    assertThat(records(read.get(1), Participation.class))
        .extracting(Participation::agreement)
        .containsExactly("cow-8");
    try (Stream<Path> left = Files.list(directory.resolve("db/imports/cow-alliances-4.1"))) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void what_was_removed_is_gone() {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);

    assertThat(files.imports().remove(Dataset.COW_ALLIANCES)).isTrue();
    assertThat(files.imports().remove(Dataset.COW_ALLIANCES)).isFalse();
    assertThat(files.imports().list()).hasSize(1);
  }

  @Test
  void without_the_states_the_others_are_told_and_left_out() {
    files.add(Dataset.COW_ALLIANCES, ALLIANCES_HEADER + ROW);
    files.imports().remove(Dataset.COW_STATES);

    Problems problems = new Problems();
    assertThat(files.imports().read(ImportedFiles.nothingCurated(), problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("STATES_MISSING"));
  }

  @Test
  void a_copy_that_was_changed_is_not_read() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("db/imports"))) {
      Path copy = all.filter(file -> file.endsWith("file0.csv")).findFirst().orElseThrow();
      Files.writeString(copy, STATES.replace("France", "Gaul"));
    }

    assertThatThrownBy(() -> files.imports().read(ImportedFiles.nothingCurated(), new Problems()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Import the data set again");
  }

  @Test
  void two_files_of_one_name_are_both_kept() throws IOException {
    Path one = Files.createDirectories(directory.resolve("one")).resolve("atop.csv");
    Path two = Files.createDirectories(directory.resolve("two")).resolve("atop.csv");
    Files.writeString(
        one, ImportedFiles.ATOP_ALLIANCES_HEADER + "1,,1900,1,1,0,0,0,1,0,0,0,0,200,4.01\n");
    Files.writeString(
        two,
        ImportedFiles.ATOP_MEMBERS_HEADER
            + ImportedFiles.member(1, 200, 0, "1900,1,1", "0,0,0", "1,0,0,0,0"));

    Problems problems = new Problems();
    Optional<DatasetContent> content =
        files
            .imports()
            .add(Dataset.ATOP, List.of(two, one), Extent.PARTIAL, ImportedFiles.CLOCK, problems);

    assertThat(content).isPresent();
    assertThat(files.imports().read(ImportedFiles.nothingCurated(), problems)).hasSize(2);
    assertThat(problems.errors()).isZero();
  }

  @Test
  void nothing_is_on_disk_before_the_first_import() {
    Path database = directory.resolve("other");

    assertThat(Imports.at(database).list()).isEmpty();
    assertThat(Imports.at(database).remove(Dataset.ATOP)).isFalse();
    assertThat(database).doesNotExist();
  }
}
