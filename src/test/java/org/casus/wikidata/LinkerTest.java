package org.casus.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.casus.remote.FarSideException;
import org.casus.testing.FarSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates with their reasons, and checks of links, over the items written by hand. */
class LinkerTest {

  private static final Set<String> WANTED =
      Set.of(
          "actor/armenia",
          "actor/csto",
          "actor/serzh-sargsyan",
          "actor/vartan-oskanian",
          "actor/nikol-pashinyan",
          "actor/sergey-lavrov",
          "office/president-of-armenia",
          "office/foreign-minister-of-armenia",
          "office/prime-minister-of-armenia",
          "place/yerevan",
          "place/moscow");

  @TempDir private Path directory;

  private static Map<String, Finding> found(SparqlSource source) {
    return Fixture.linker(source).search(WANTED, Linker.THRESHOLD, WorkProgress.SILENT).stream()
        .collect(Collectors.toMap(Finding::entity, finding -> finding));
  }

  @Test
  void things_are_found_by_name_class_country_office_and_time() {
    Map<String, Finding> found = found(FileSource.read(Fixture.ITEMS));

    assertThat(found.get("actor/armenia"))
        .satisfies(finding -> assertThat(finding.isCandidate()).isTrue())
        .satisfies(
            finding ->
                assertThat(finding.reasons())
                    .containsExactly("label “Armenia”", "class agrees: sovereign state"))
        .extracting(Finding::qid)
        .isEqualTo("Q399");
    assertThat(found.get("actor/serzh-sargsyan").qid()).as("not the namesake").isEqualTo("Q612803");
    assertThat(found.get("actor/serzh-sargsyan").reasons())
        .anyMatch(
            reason ->
                reason.equals(
                    "held the same office at the same time: President of Armenia from"
                        + " 2008-04-09"));
    assertThat(found.get("actor/vartan-oskanian"))
        .as("found through his office, since his name is spelt otherwise")
        .satisfies(finding -> assertThat(finding.isCandidate()).isTrue())
        .extracting(Finding::qid)
        .isEqualTo("Q1974113");
    assertThat(found.get("actor/nikol-pashinyan").qid()).isEqualTo("Q7035479");
    assertThat(found.get("office/president-of-armenia").reasons())
        .contains("class agrees: position", "country agrees: Armenia");
  }

  @Test
  void an_item_of_a_class_that_excludes_ours_is_no_candidate() {
    Map<String, Finding> found = found(FileSource.read(Fixture.ITEMS));

    assertThat(found.get("place/yerevan").isCandidate()).isFalse();
    assertThat(found.get("place/yerevan").reasons()).contains("class contradicts: war");
    assertThat(found.get("place/moscow").isCandidate()).isTrue();
    assertThat(found.get("actor/sergey-lavrov"))
        .extracting(Finding::outcome, Finding::qid)
        .containsExactly("nothing found", "");
  }

  @Test
  void two_items_that_fit_equally_well_are_both_told_and_neither_is_a_candidate() {
    WikidataShape shape = new WikidataShape();
    shape.label("Q999000010", "Armenia", "en").value("Q999000010", "P31", "Q3624078");
    shape.label("Q399", "Armenia", "en").value("Q399", "P31", "Q3624078");
    try (FarSide farSide = FarSide.with(shape.graph())) {
      List<Finding> findings =
          Fixture.linker(
                  new EndpointSource(
                      farSide.endpoint(), Fixture.COURTESY, new Fixture.Waits(), journal()))
              .search(Set.of("actor/armenia"), Linker.THRESHOLD, WorkProgress.SILENT);

      assertThat(findings).extracting(Finding::qid).containsExactly("Q399", "Q999000010");
      assertThat(findings).noneMatch(Finding::isCandidate);
    }
  }

  @Test
  void an_item_of_another_thing_or_a_rejected_one_is_not_proposed() {
    WikidataShape shape = new WikidataShape();
    shape.label("Q399", "GUAM", "en");
    shape.label("Q16635", "GUAM", "en");
    try (FarSide farSide = FarSide.with(shape.graph())) {
      assertThat(
              Fixture.linker(
                      new EndpointSource(
                          farSide.endpoint(), Fixture.COURTESY, new Fixture.Waits(), journal()))
                  .search(Set.of("actor/guam"), 0.1, WorkProgress.SILENT))
          .singleElement()
          .extracting(Finding::outcome)
          .isEqualTo("nothing found");
    }
  }

  @Test
  void links_are_checked_for_redirects_deletions_classes_and_dates() {
    Map<String, Finding> told =
        Fixture.linker(FileSource.read(Fixture.ITEMS))
            .verify(Set.of(), WorkProgress.SILENT)
            .stream()
            .collect(Collectors.toMap(Finding::entity, finding -> finding, (one, other) -> one));

    assertThat(told.get("actor/robert-kocharyan"))
        .extracting(Finding::outcome, Finding::reasons)
        .containsExactly("redirected", List.of("merged into Q999000002"));
    assertThat(told.get("actor/russia").outcome()).isEqualTo("gone");
    assertThat(told.get("place/yerevan"))
        .extracting(Finding::outcome, Finding::reasons)
        .containsExactly("other class", List.of("class contradicts: war"));
    assertThat(told.get("event/war-georgia-2008").reasons())
        .containsExactly("date contradicts: 1991-01-05");
    assertThat(told)
        .doesNotContainKeys(
            "actor/armenia", "actor/serzh-sargsyan", "actor/nikol-pashinyan", "place/moscow");
  }

  @Test
  void a_run_that_was_interrupted_goes_on_where_it_stopped() {
    Graph items = Fixture.items();
    int needed;
    try (FarSide whole = FarSide.with(items)) {
      found(endpoint(whole, directory.resolve("whole")));
      needed = whole.requests();
    }
    assertThat(needed).isGreaterThan(8);
    try (FarSide farSide = FarSide.with(items)) {
      Path kept = directory.resolve("kept");
      farSide.diesAfter(5);
      assertThatThrownBy(() -> found(endpoint(farSide, kept))).isInstanceOf(FarSideException.class);
      int failed = farSide.requests() - 5;
      farSide.recovers();

      Map<String, Finding> found = found(endpoint(farSide, kept));

      assertThat(farSide.requests()).isEqualTo(needed + failed);
      assertThat(found).isEqualTo(found(FileSource.read(Fixture.ITEMS)));
    }
  }

  private static EndpointSource endpoint(FarSide farSide, Path kept) {
    return new EndpointSource(
        farSide.endpoint(),
        Fixture.COURTESY,
        new Fixture.Waits(),
        AnswerJournal.at(kept, Clock.systemUTC()));
  }

  private AnswerJournal journal() {
    return AnswerJournal.at(directory, Clock.systemUTC());
  }
}
