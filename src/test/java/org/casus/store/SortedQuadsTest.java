package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class SortedQuadsTest {
  private static final String TRIG =
      """
      PREFIX : <urn:x:>
      :a :p "b", "b"@en, "ü \\" \\n", 1, 01, "2020-09-27"^^<urn:x:date>, :b .
      :g1 { :a :p :b . :aa :p :b . :a-a :p "b" }
      :g2 { :a :p :b . :b :q :a }
      """;

  @Test
  void linesAreInOrderAndEachIsThereOnce() throws IOException {
    List<Quad> quads = Quads.trig(TRIG);
    List<Quad> any = new ArrayList<>(quads);
    any.addAll(quads);
    Collections.shuffle(any, new Random(1));

    SortedQuads sorted = SortedQuads.of(any);

    assertThat(sorted.size()).isEqualTo(quads.size());
    assertThat(lines(sorted)).isSorted().doesNotHaveDuplicates().hasSize(quads.size());
  }

  @Test
  void linesAreNquads() throws IOException {
    List<Quad> quads = Quads.trig(TRIG);
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(String.join("", lines(SortedQuads.of(quads))), Lang.NQUADS).parse(read);
    assertThat(read.stream()).containsExactlyInAnyOrderElementsOf(quads);
  }

  @Test
  void tellsWhichTriplesAreInSeveralGraphs() {
    SortedQuads sorted = SortedQuads.of(Quads.trig(TRIG));
    assertThat(IntStream.range(0, sorted.size()).filter(sorted::repeatsTriple).count())
        .isEqualTo(2);
    assertThat(IntStream.range(0, sorted.size()).filter(sorted::isInDefaultGraph).count())
        .isEqualTo(7);
  }

  @Test
  void columnsGiveTheQuadsBack() {
    List<Quad> quads = Quads.trig(TRIG);
    SortedQuads sorted = SortedQuads.of(quads);
    int[][] named = sorted.columns(true);
    List<Quad> back =
        IntStream.range(0, named[0].length)
            .mapToObj(
                row ->
                    Quad.create(
                        sorted.nodes()[named[0][row]],
                        sorted.nodes()[named[1][row]],
                        sorted.nodes()[named[2][row]],
                        sorted.nodes()[named[3][row]]))
            .toList();
    assertThat(back)
        .containsExactlyInAnyOrderElementsOf(
            quads.stream().filter(quad -> !quad.isDefaultGraph()).toList());
    assertThat(sorted.columns(false)).hasDimensions(3, 7);
  }

  @Test
  void nothingIsNothing() throws IOException {
    SortedQuads sorted = SortedQuads.of(List.of());
    assertThat(lines(sorted)).isEmpty();
    assertThat(Arrays.asList(sorted.columns(true)))
        .allSatisfy(column -> assertThat(column).isEmpty());
  }

  private static List<String> lines(SortedQuads quads) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int quad = 0; quad < quads.size(); quad++) {
      StringBuilder line = new StringBuilder();
      quads.writeLine(quad, line);
      lines.add(line.toString());
    }
    return lines;
  }
}
