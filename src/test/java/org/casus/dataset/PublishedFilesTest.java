package org.casus.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.model.Participation;
import org.casus.model.Provision;
import org.casus.ontology.Ontology;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.problem.Severity;
import org.casus.source.CuratedData;
import org.casus.source.Located;
import org.casus.source.SourceReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files as they were published, where they are at hand. What they should give is counted by
 * plain code of the test.
 */
class PublishedFilesTest {

  private static final Path DATASETS =
      Path.of(System.getProperty("casus.datasets", "../shared/datasets"));

  private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  @TempDir private static Path directory;
  private static Imports imports;
  private static Map<Dataset, DatasetContent> contents;
  private static Map<Dataset, Problems> problems;

  @BeforeAll
  static void importAll() throws IOException {
    assumeTrue(
        Files.isDirectory(DATASETS),
        () ->
            "The published data sets are not at hand in "
                + DATASETS
                + ": their import was not tried. Name another directory with"
                + " -Dcasus.datasets=DIR.");
    imports = Imports.at(directory);
    contents = new HashMap<>();
    problems = new HashMap<>();
    add(Dataset.COW_STATES, "cow-states/states2016.csv");
    add(Dataset.COW_ALLIANCES, "cow-alliances/alliance_v4.1_by_member.csv");
    add(Dataset.ATOP, "atop/atop-member-level.csv", "atop/atop-alliance-level.csv");
    add(Dataset.COW_WARS, "cow-wars/Inter-StateWarData_v4.0.csv");
  }

  private static void add(Dataset dataset, String... names) throws IOException {
    Problems told = new Problems();
    problems.put(dataset, told);
    imports
        .add(
            dataset,
            Arrays.stream(names).map(DATASETS::resolve).toList(),
            Extent.WHOLE,
            ImportedFiles.CLOCK,
            told)
        .ifPresent(content -> contents.put(dataset, content));
  }

  private static List<Map<String, String>> rows(String name) {
    try {
      String text = Files.readString(DATASETS.resolve(name), StandardCharsets.UTF_8);
      List<String> lines = Arrays.asList(text.split("\r\n|\r|\n"));
      String[] header = lines.get(0).split(",");
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(COMMA_OUTSIDE_QUOTES, -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> distinct(List<Map<String, String>> rows, String column) {
    return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
  }

  private static long ones(List<Map<String, String>> rows, String... columns) {
    return rows.stream()
        .mapToLong(
            row -> Arrays.stream(columns).filter(column -> row.get(column).equals("1")).count())
        .sum();
  }

  private static long rowCountWarnings() {
    return problems.values().stream()
        .flatMap(Problems::stream)
        .filter(problem -> problem.rule().equals(Rule.ROW_COUNT.name()))
        .count();
  }

  @Test
  void none_has_an_error_and_all_are_complete() {
    assertThat(
            problems.values().stream()
                .flatMap(Problems::stream)
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::toString))
        .isEmpty();
    assertThat(contents).hasSize(Dataset.values().length);
    assertThat(rowCountWarnings()).isZero();
  }

  @Test
  void states() {
    List<Map<String, String>> rows = rows("cow-states/states2016.csv");

    assertThat(rows).hasSize(243);
    assertThat(contents.get(Dataset.COW_STATES).count("actor"))
        .isEqualTo(distinct(rows, "ccode").size());
    assertThat(contents.get(Dataset.COW_STATES).count("system-membership")).isEqualTo(rows.size());
  }

  @Test
  void cow_alliances() {
    List<Map<String, String>> rows = rows("cow-alliances/alliance_v4.1_by_member.csv");
    DatasetContent content = contents.get(Dataset.COW_ALLIANCES);

    assertThat(rows).hasSize(1221);
    assertThat(content.count("participation")).isEqualTo(rows.size());
    assertThat(content.count("agreement"))
        .isEqualTo(distinct(rows, "version4id").size())
        .isEqualTo(414);
    assertThat((long) content.count("provision"))
        .isEqualTo(ones(rows, "defense", "neutrality", "nonaggression", "entente"));
    List<Participation> members = ImportedFiles.records(content, Participation.class);
    assertThat(members.stream().filter(member -> member.period().end().equals(open())).count())
        .isEqualTo(ones(rows, "right_censor"));
    assertThat(
            members.stream()
                .filter(member -> member.period().start().orElseThrow().firstDay().isEmpty())
                .count())
        .isEqualTo(ones(rows, "left_censor"));
  }

  @Test
  void atop() {
    List<Map<String, String>> alliances = rows("atop/atop-alliance-level.csv");
    List<Map<String, String>> members = rows("atop/atop-member-level.csv");
    DatasetContent content = contents.get(Dataset.ATOP);

    assertThat(members).hasSize(2398);
    assertThat(content.count("participation")).isEqualTo(members.size());
    assertThat(alliances).hasSize(745);
    assertThat(
            ImportedFiles.records(content, Agreement.class).stream()
                .map(agreement -> agreement.atopId().orElseThrow().toString())
                .collect(Collectors.toSet()))
        .isEqualTo(distinct(alliances, "atopid"));
    assertThat((long) content.count("provision"))
        .isEqualTo(ones(members, "defense", "offense", "neutral", "nonagg", "consul"));
    assertThat(
            ImportedFiles.records(content, Participation.class).stream()
                .filter(member -> member.period().end().equals(open()))
                .count())
        .isEqualTo(members.stream().filter(row -> row.get("yrexit").equals("0")).count());
  }

  @Test
  void the_successors_of_czechoslovakia_are_in_different_phases_of_the_treaties_of_third_states() {
    Map<String, Set<String>> phases = new HashMap<>();
    ImportedFiles.records(contents.get(Dataset.ATOP), Participation.class).stream()
        .filter(part -> part.period().start().orElseThrow().text().equals("1993-01-01"))
        .filter(part -> Set.of("cow-316", "cow-317").contains(part.party()))
        .filter(part -> part.phase().isPresent())
        .forEach(
            part ->
                phases
                    .computeIfAbsent(
                        part.agreement() + ", phase " + part.phase().get(), any -> new HashSet<>())
                    .add(part.party()));

    // In the Helsinki process both take part, each for itself.
    assertThat(phases.remove("atop-3740, phase 2")).hasSize(2);
    assertThat(phases).hasSize(14);
    assertThat(phases.values()).allMatch(successors -> successors.size() == 1);
  }

  @Test
  void inter_state_wars() {
    List<Map<String, String>> rows = rows("cow-wars/Inter-StateWarData_v4.0.csv");
    DatasetContent content = contents.get(Dataset.COW_WARS);
    List<EventParticipation> parts = ImportedFiles.records(content, EventParticipation.class);

    assertThat(rows).hasSize(337);
    assertThat(content.count("event")).isEqualTo(distinct(rows, "WarNum").size());
    assertThat(rowsOf(parts, "initiator")).hasSize((int) ones(rows, "Initiator"));
    assertThat(rowsOf(parts, "initiator", "participant", "target")).hasSize(rows.size());
    assertThat(
            parts.stream()
                .filter(part -> Set.of("initiator", "participant", "target").contains(part.role()))
                .filter(part -> part.period().start().isPresent() && part.side().isPresent()))
        .as("a part for each spell")
        .hasSize(
            rows.size()
                + (int) rows.stream().filter(row -> !row.get("StartYear2").equals("-8")).count());
    assertThat(parts.stream().filter(part -> part.role().equals("winner")).count())
        .isEqualTo(ones(rows, "Outcome"));
    assertThat(
            ImportedFiles.records(content, Event.class).stream()
                .filter(war -> war.label().equals("World War II (COW war 139)"))
                .map(war -> war.period().start().orElseThrow().text())
                .toList())
        .containsExactly("1939-09-01");
  }

  /** The rows of the file that parts in certain roles are from. */
  private static Set<List<String>> rowsOf(List<EventParticipation> parts, String... roles) {
    return parts.stream()
        .filter(part -> Set.of(roles).contains(part.role()))
        .map(part -> part.attestation().locators())
        .collect(Collectors.toSet());
  }

  @Test
  void ids_are_unique_and_references_lead_to_records() {
    List<DatasetContent> all = imports.read(ImportedFiles.nothingCurated(), new Problems());
    Set<String> ids = new HashSet<>();
    for (DatasetContent content : all) {
      content
          .rows()
          .forEach(
              rows ->
                  rows.rows()
                      .forEach(
                          row ->
                              assertThat(ids.add(rows.kind() + "/" + row.value().id()))
                                  .as(row.value().id())
                                  .isTrue()));
    }
    for (DatasetContent content : all) {
      ImportedFiles.records(content, Participation.class)
          .forEach(
              member ->
                  assertThat(ids)
                      .contains("actor/" + member.party(), "agreement/" + member.agreement()));
      ImportedFiles.records(content, Provision.class)
          .forEach(provision -> assertThat(ids).contains("actor/" + provision.owedBy().get(0)));
      ImportedFiles.records(content, EventParticipation.class)
          .forEach(
              part -> assertThat(ids).contains("actor/" + part.actor(), "event/" + part.event()));
    }
  }

  /**
   * The question on disagreements joins curated agreements with both data sets by these numbers.
   */
  @Test
  void curatedAgreementsHaveTheNumbersThatTheDataSetsHave() {
    Map<Integer, Agreement> byNumberOfAtop =
        ImportedFiles.records(contents.get(Dataset.ATOP), Agreement.class).stream()
            .collect(Collectors.toMap(each -> each.atopId().orElseThrow(), each -> each));
    Set<Integer> numbersOfCow =
        ImportedFiles.records(contents.get(Dataset.COW_ALLIANCES), Agreement.class).stream()
            .map(each -> each.cowId().orElseThrow())
            .collect(Collectors.toSet());
    List<Agreement> curated = curatedAgreements();
    assertThat(curated).isNotEmpty();
    for (Agreement agreement : curated) {
      agreement.cowId().ifPresent(number -> assertThat(numbersOfCow).contains(number));
      agreement
          .atopId()
          .ifPresent(
              number ->
                  assertThat(byNumberOfAtop.get(number))
                      .as(agreement.id())
                      .isNotNull()
                      .extracting(Agreement::cowId)
                      .isEqualTo(agreement.cowId()));
    }
  }

  private static List<Agreement> curatedAgreements() {
    Problems found = new Problems();
    CuratedData data =
        new SourceReader(Path.of("data"), Ontology.read(Path.of("ontology"), found).codeLists())
            .read(found);
    assertThat(found.errors()).isZero();
    return data.tables().stream()
        .flatMap(table -> table.rows().stream())
        .map(Located::value)
        .filter(Agreement.class::isInstance)
        .map(Agreement.class::cast)
        .filter(agreement -> agreement.atopId().isPresent() || agreement.cowId().isPresent())
        .toList();
  }

  private static java.util.Optional<EdtfDate> open() {
    return java.util.Optional.of(EdtfDate.OPEN);
  }
}
