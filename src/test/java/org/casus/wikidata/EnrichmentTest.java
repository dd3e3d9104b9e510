package org.casus.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.casus.remote.FarSideException;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched of linked things, and what is kept of it. */
class EnrichmentTest {

  private static final String WD = "<http://www.wikidata.org/entity/";
  private static final LocalDate DAY = LocalDate.of(2022, 8, 1);

  @TempDir private Path directory;

  private Enrichment.Fetched fetch(FarSide farSide) {
    return new Enrichment(
            Fixture.data(),
            Fixture.ontology(),
            new EndpointSource(
                farSide.endpoint(),
                Fixture.COURTESY,
                new Fixture.Waits(),
                AnswerJournal.at(directory, Clock.systemUTC())))
        .fetch(WorkProgress.SILENT);
  }

  private static Enrichment.Fetched fetch() {
    return new Enrichment(Fixture.data(), Fixture.ontology(), FileSource.read(Fixture.ITEMS))
        .fetch(WorkProgress.SILENT);
  }

  @Test
  void statements_come_with_qualifiers_ranks_and_references() {
    try (FarSide farSide = FarSide.with(Fixture.items())) {
      Enrichment.Fetched fetched = fetch(farSide);

      String president = WD + "statement/Q612803-president>";
      assertThat(fetched.lines())
          .contains(
              WD + "Q612803> <http://www.wikidata.org/prop/P39> " + president + " .",
              president
                  + " <http://wikiba.se/ontology#rank> <http://wikiba.se/ontology#PreferredRank> .",
              president
                  + " <http://www.wikidata.org/prop/qualifier/value/P580>"
                  + " <http://www.wikidata.org/value/day-2008-04-09> .",
              "<http://www.wikidata.org/value/day-2008-04-09>"
                  + " <http://wikiba.se/ontology#timePrecision>"
                  + " \"11\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
              president
                  + " <http://www.w3.org/ns/prov#wasDerivedFrom>"
                  + " <http://www.wikidata.org/reference/one> .",
              "<http://www.wikidata.org/reference/one> <http://www.wikidata.org/prop/reference/P854>"
                  + " <https://www.example.org/officials> .",
              WD
                  + "statement/Q7035479-pm> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                  + " <http://www.wikidata.org/prop/novalue/P582> .",
              "<http://www.wikidata.org/value/point-armenia>"
                  + " <http://wikiba.se/ontology#geoLatitude>"
                  + " \"40.4\"^^<http://www.w3.org/2001/XMLSchema#double> .")
          .anyMatch(
              line -> line.contains("statement/Q612803-wrong> <http://wikiba.se/ontology#rank>"));
    }
  }

  @Test
  void names_come_in_five_languages_and_short_forms_do_not() {
    assertThat(fetch().lines())
        .contains(
            WD + "Q399> <http://www.w3.org/2000/01/rdf-schema#label> \"Հայաստան\"@hy .",
            WD + "Q399> <http://www.w3.org/2000/01/rdf-schema#label> \"Ermənistan\"@az .",
            WD
                + "Q399> <http://www.w3.org/2004/02/skos/core#altLabel>"
                + " \"Republic of Armenia\"@en .")
        .noneMatch(line -> line.contains("@fr") || line.contains("prop/direct/"));
  }

  @Test
  void a_value_that_is_not_known_has_the_same_name_in_each_run() {
    List<String> lines =
        fetch().lines().stream().filter(line -> line.contains("/.well-known/genid/")).toList();

    assertThat(lines)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith(
                        WD
                            + "statement/Q399-P463-UN>"
                            + " <http://www.wikidata.org/prop/qualifier/P582> "));
    assertThat(fetch().lines()).containsAll(lines).noneMatch(line -> line.startsWith("_:"));
  }

  @Test
  void merged_and_missing_items_are_told() {
    Enrichment.Fetched fetched = fetch();

    assertThat(fetched.warnings())
        .contains(
            "Q613051 was merged into Q999000002; correct the link and fetch again.",
            "Q159, to which actor/russia is linked, is not there; check the link with ./casus link"
                + " --verify.");
    assertThat(fetched.lines()).noneMatch(line -> line.contains("owl#sameAs"));
  }

  @Test
  void what_is_interrupted_changes_nothing_and_goes_on_where_it_stopped() {
    Graph items = Fixture.items();
    int needed;
    try (FarSide whole = FarSide.with(items)) {
      fetch(whole);
      needed = whole.requests();
      AnswerJournal.at(directory, Clock.systemUTC()).clear();
    }
    WikidataSnapshot before = WikidataSnapshot.store(directory, fetch(), "x", DAY, Instant.EPOCH);
    try (FarSide farSide = FarSide.with(items)) {
      farSide.goesWrong(Fault.NONE, Fault.CUT, Fault.BROKEN_JSON).diesAfter(6);
      assertThatThrownBy(() -> fetch(farSide)).isInstanceOf(FarSideException.class);
      assertThat(WikidataSnapshot.at(directory).orElseThrow().files()).isEqualTo(before.files());
      farSide.recovers();
      int asked = farSide.requests();

      Enrichment.Fetched fetched = fetch(farSide);

      assertThat(farSide.requests() - asked).isEqualTo(needed - 4);
      assertThat(fetched).isEqualTo(fetch());
    }
  }

  @Test
  void a_new_snapshot_takes_the_place_of_the_old_one() {
    Enrichment.Fetched fetched = fetch();
    WikidataSnapshot.store(directory, fetched, "items.ttl", DAY.plusDays(1), Instant.EPOCH);

    WikidataSnapshot stored =
        WikidataSnapshot.store(directory, fetched, "items.ttl", DAY, Instant.EPOCH);

    WikidataSnapshot found = WikidataSnapshot.at(directory).orElseThrow();
    assertThat(found.graph()).isEqualTo("dataset/wikidata-2022-08-01");
    assertThat(found.files())
        .isEqualTo(stored.files())
        .containsOnlyKeys("imports/wikidata-2022-08-01/wikidata.nt");
    assertThat(found.size()).isEqualTo(fetched.lines().size());
    assertThat(found.triples()).hasSize(fetched.lines().size());
    assertThat(WikidataSnapshot.remove(directory)).isTrue();
    assertThat(WikidataSnapshot.at(directory)).isEmpty();
    assertThat(WikidataSnapshot.remove(directory)).isFalse();
  }
}
