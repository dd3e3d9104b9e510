package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jena reads what was written, and expects the numbers that are there. */
class OptimizerStatisticsTest {
  private static final int OF_RUSSIA = 80;
  private static final int OF_EACH_OTHER = 2;
  private static final int OTHERS = 10;

  private StatsMatcher matcher;

  @BeforeEach
  void write() {
    List<Quad> quads = new ArrayList<>();
    for (int n = 0; n < OF_RUSSIA; n++) {
      quads.add(quad("statement" + n, "speaker", "russia"));
    }
    for (int n = 0; n < OTHERS * OF_EACH_OTHER; n++) {
      quads.add(quad("other" + n, "speaker", "actor" + n / OF_EACH_OTHER));
      quads.add(quad("other" + n, "asserts", "claim" + n));
      quads.add(quad("other" + n, "asserts", "claim" + (n + 1)));
      quads.add(quad("other" + n, "asserts", "claim" + (n + 2)));
    }
    // The same triple in another graph counts once, since the union is asked.
    quads.add(
        Quad.create(
            NodeFactory.createURI("urn:x:other-graph"),
            quad("other0", "speaker", "actor0").asTriple()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OptimizerStatistics.write(SortedQuads.of(quads), out);
    matcher = new StatsMatcher(SSE.parseItem(out.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void countsThePredicate() {
    assertThat(expected("?s", "<urn:x:speaker>", "?o")).isEqualTo(100);
    assertThat(expected("?s", "<urn:x:asserts>", "?o")).isEqualTo(60);
  }

  @Test
  void countsAnObjectThatManyHave() {
    assertThat(expected("?s", "<urn:x:speaker>", "<urn:x:russia>")).isEqualTo(OF_RUSSIA);
  }

  @Test
  void takesTheAverageWhereTheObjectIsAnyOther() {
    // 100 triples with 11 objects.
    assertThat(expected("?s", "<urn:x:speaker>", "<urn:x:actor3>")).isEqualTo(9);
    assertThat(expected("?s", "<urn:x:speaker>", "TERM")).isEqualTo(9);
  }

  @Test
  void takesTheAverageWhereTheSubjectIsKnown() {
    assertThat(expected("TERM", "<urn:x:asserts>", "?o")).isEqualTo(3);
    assertThat(expected("<urn:x:other1>", "<urn:x:speaker>", "?o")).isEqualTo(1);
  }

  @Test
  void expectsNothingOfAPredicateThatIsNotThere() {
    assertThat(expected("?s", "<urn:x:unheard-of>", "?o")).isZero();
  }

  private double expected(String subject, String predicate, String object) {
    return matcher.match(item(subject), item(predicate), item(object));
  }

  private static Item item(String text) {
    return SSE.parseItem(text);
  }

  private static Quad quad(String subject, String predicate, String object) {
    return Quad.create(
        NodeFactory.createURI("urn:x:graph"),
        NodeFactory.createURI("urn:x:" + subject),
        NodeFactory.createURI("urn:x:" + predicate),
        NodeFactory.createURI("urn:x:" + object));
  }
}
