package org.casus.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.junit.jupiter.api.Test;

/**
 * Recall and precision of the search over items that were really on Wikidata, most of which are of
 * other things than ours.
 */
class LinkBenchmarkTest {

  /** Kept, so that ./casus bench --links --file can be run on it. */
  private static final Path KEPT = Path.of("target");

  @Test
  void precisionIsHighWithAllLinksHidden() throws IOException {
    Optional<String> absent = PublishedExtract.absent();
    assumeTrue(absent.isEmpty(), () -> absent.orElse(""));
    Path extract = PublishedExtract.write(KEPT);
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(Path.of("ontology"), problems);
    CuratedData data = new SourceReader(Path.of("data"), ontology.codeLists()).read(problems);
    assertThat(problems.errors()).isZero();

    List<LinkBenchmark.Row> rows =
        new LinkBenchmark(Linker.over(data, ontology, FileSource.read(extract)))
            .run(Linker.THRESHOLD, WorkProgress.SILENT);

    LinkBenchmark.print(
        rows, Linker.THRESHOLD, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.precision()).as(row.kind()).isGreaterThanOrEqualTo(0.95));
  }
}
