package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.dataset.Dataset;
import org.casus.dataset.Extent;
import org.casus.dataset.Imports;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.jspecify.annotations.Nullable;

/**
 * The data sets on alliances and wars from their published files, as a build maps them; tests that
 * want them are skipped where the files are not at hand.
 *
 * @param imported the graphs of the data sets
 * @param curated the other graphs
 * @param rules those of the project
 */
record PublishedWorlds(DatasetGraph imported, UnionDataset curated, RuleBook rules) {

  private static final Path DATASETS =
      Path.of(System.getProperty("casus.datasets", "../shared/datasets"));

  static final Path STATES = DATASETS.resolve("cow-states/states2016.csv");
  static final Path COW = DATASETS.resolve("cow-alliances/alliance_v4.1_by_member.csv");
  static final Path ATOP_MEMBERS = DATASETS.resolve("atop/atop-member-level.csv");
  static final Path ATOP_ALLIANCES = DATASETS.resolve("atop/atop-alliance-level.csv");
  static final Path WARS = DATASETS.resolve("cow-wars/Inter-StateWarData_v4.0.csv");

  private static @Nullable PublishedWorlds once;

  /**
   * Reads them once for all tests, which must not change them.
   *
   * @param directory where they are imported to, if this is the first test that wants them
   */
  static synchronized PublishedWorlds read(Path directory) throws IOException {
    for (Path file : List.of(STATES, COW, ATOP_MEMBERS, ATOP_ALLIANCES, WARS)) {
      assumeTrue(
          Files.isRegularFile(file),
          () ->
              "The published file "
                  + file
                  + " is not at hand: what the rules derive from it was not looked at. Name"
                  + " another directory with -Dcasus.datasets=DIR.");
    }
    if (once == null) {
      once = mapped(directory);
    }
    return once;
  }

  private static PublishedWorlds mapped(Path directory) throws IOException {
    Problems problems = new Problems();
    Imports imports = Imports.at(directory);
    imports.add(Dataset.COW_STATES, List.of(STATES), Extent.WHOLE, Clock.systemUTC(), problems);
    imports.add(Dataset.COW_ALLIANCES, List.of(COW), Extent.WHOLE, Clock.systemUTC(), problems);
    imports.add(
        Dataset.ATOP,
        List.of(ATOP_MEMBERS, ATOP_ALLIANCES),
        Extent.WHOLE,
        Clock.systemUTC(),
        problems);
    imports.add(Dataset.COW_WARS, List.of(WARS), Extent.WHOLE, Clock.systemUTC(), problems);
    Ontology ontology = Ontology.read(Path.of("ontology"), problems);
    CuratedData data = new SourceReader(Path.of("data"), ontology.codeLists()).read(problems);
    RuleBook rules = RuleBook.read(Path.of("ontology", "rules"), problems);
    DatasetGraph all =
        GraphMapping.map(
                data,
                imports.read(data, problems).stream()
                    .flatMap(content -> content.rows().stream())
                    .toList(),
                ontology)
            .dataset();
    assertThat(problems.errors()).isZero();
    DatasetGraph imported = ImportedWorlds.separate(all);
    ontology.graph().find().forEach(triple -> all.getGraph(Iris.graph("ontology")).add(triple));
    return new PublishedWorlds(imported, UnionDataset.of(all), rules);
  }
}
