package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.casus.dataset.Imports;
import org.casus.iri.Iris;
import org.casus.problem.Problems;
import org.casus.query.Catalogue;
import org.casus.query.ResultRendering;
import org.casus.store.DatasetDirectory;
import org.casus.store.OpenDataset;
import org.casus.testing.ProjectCopy;
import org.casus.wikidata.Enrichment;
import org.casus.wikidata.FileSource;
import org.casus.wikidata.WikidataSnapshot;
import org.casus.wikidata.WorkProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was fetched from Wikidata in the dataset: in a graph of its own, and compared. */
class WikidataSnapshotGraphTest {
  private static final String VOID = " <http://rdfs.org/ns/void#";

  @TempDir private static Path directory;
  private static Project project;
  private static Enrichment.Fetched fetched;
  private static List<Quad> without;

  @BeforeAll
  static void fetch() {
    project = ProjectCopy.in(directory.resolve("copy"));
    Problems problems = new Problems();
    Assembly assembly = Assembly.of(project, problems, Progress.SILENT);
    without = assembly.quads();
    FileSource items = FileSource.read(Path.of("src/test/resources/wikidata/items.ttl"));
    fetched =
        new Enrichment(assembly.data(), assembly.ontology(), items).fetch(WorkProgress.SILENT);
    assertThat(problems.hasErrors()).isFalse();
  }

  private static WikidataSnapshot store(String database, Enrichment.Fetched content) {
    return WikidataSnapshot.store(
        directory.resolve(database), content, "items.ttl", LocalDate.of(2022, 8, 1), Instant.EPOCH);
  }

  @Test
  void it_stands_in_a_graph_of_its_own_and_nothing_else_changes() {
    Problems problems = new Problems();
    WikidataSnapshot snapshot = store("read", fetched);
    List<Quad> with =
        Assembly.of(
                project,
                project.sourceFiles(),
                Optional.empty(),
                Optional.of(snapshot),
                problems,
                Progress.SILENT)
            .quads();
    Set<String> surplus = lines(with);
    Set<String> missing = lines(without);
    missing.removeAll(surplus);
    surplus.removeAll(lines(without));
    // The catalogue counts what there is, and there is more.
    missing.removeIf(line -> line.startsWith("catalogue ") && line.contains(VOID));

    assertThat(problems.hasErrors()).isFalse();
    assertThat(missing).isEmpty();
    assertThat(surplus)
        .hasSizeGreaterThan(100)
        .allMatch(
            line ->
                line.startsWith("dataset/wikidata-2022-08-01 ")
                    || line.startsWith("catalogue ")
                    || line.startsWith("inferred/owl <" + Iris.THINGS + "file/imports"))
        .contains(
            "catalogue <"
                + Iris.GRAPHS
                + "dataset/wikidata-2022-08-01> <http://purl.org/dc/terms/source> <"
                + Iris.THINGS
                + "source/wikidata>");
  }

  private static Set<String> lines(List<Quad> quads) {
    Set<String> lines = new TreeSet<>();
    for (Quad quad : quads) {
      lines.add(
          Iris.graphName(quad.getGraph())
              + " "
              + text(quad.getSubject())
              + " "
              + text(quad.getPredicate())
              + " "
              + text(quad.getObject()));
    }
    return lines;
  }

  private static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  @Test
  void a_build_has_it_until_it_is_replaced_and_tells_where_both_differ() {
    Path database = directory.resolve("built");
    store("built", fetched);
    Build build =
        new Build(
            project,
            Imports.at(database),
            DatasetDirectory.at(database),
            "test",
            Clock.systemUTC());
    assertThat(build.run(new Problems(), Progress.SILENT)).isTrue();
    assertThat(build.isUpToDate()).isTrue();
    try (OpenDataset dataset = build.database().read().orElseThrow()) {
      String rows =
          ResultRendering.CSV.render(
              Catalogue.load(project.queries())
                  .require("wikidata-differences")
                  .bind(Map.of())
                  .execute(dataset.dataset()));

      assertThat(rows.lines().map(line -> line.replaceAll(",[^,]*,http:.*", "")))
          .containsExactly(
              "of,who,in,startHere,startThere,endHere,endThere,difference,record,item,statements,fetched",
              "membership,Armenia,Commonwealth of Independent States,1993-01-22,1991-12-21,..,,start"
                  + " differs",
              "membership,Armenia,Organization for Security and Co-operation in"
                  + " Europe,1992,1992-01-30,..,,start more exact there",
              "membership,Armenia,United Nations,,1992-03-02,,,only there",
              "tenure,Serzh Sargsyan,Prime Minister of Armenia,2007-04-04,,2008-04-09,,only here",
              "tenure,Serzh Sargsyan,Prime Minister of Armenia,2018-04-17,,2018-04-23,,only here",
              "tenure,Vartan Oskanian,Minister of Foreign Affairs of"
                  + " Armenia,1998-02,1998-04,2008-04,2008,start differs; end more exact here");
    }

    store("built", new Enrichment.Fetched(0, new TreeSet<>(), List.of()));
    assertThat(build.isUpToDate()).isFalse();
  }
}
