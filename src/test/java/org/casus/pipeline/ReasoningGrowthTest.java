package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The work of reasoning grows no faster than what is concluded. Time tells that too late and never
 * exactly; what is asked of the graph, what it answers and what is added to it can be counted. A
 * rule that looks at each two alliances, or at things that all copies share, would be told.
 */
class ReasoningGrowthTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"cow", "atop"})
  void twiceTheDataIsTwiceTheWorkAtMost(String name) throws IOException {
    PublishedWorlds published = PublishedWorlds.read(directory);
    MultipliedWorld world = world(name, published);
    Work once = Work.of(world, 1, published);
    Work twice = Work.of(world, 2, published);
    assertThat(once.derivations).isGreaterThan(20_000);
    assertThat(twice.derivations).isEqualTo(2 * once.derivations);
    assertThat(twice.asked).isLessThanOrEqualTo(2 * once.asked);
    assertThat(twice.answered).isLessThanOrEqualTo(2 * once.answered);
    assertThat(twice.added).isLessThanOrEqualTo(2 * once.added);
  }

  /** What no rule asks for is left out of the facts, and nothing else follows for it. */
  @ParameterizedTest
  @ValueSource(strings = {"cow", "atop"})
  void theSameFollowsFromAllThatIsTold(String name) throws IOException {
    PublishedWorlds published = PublishedWorlds.read(directory);
    MultipliedWorld world = world(name, published);
    Graph asked = world.times(1, published.rules()::askOfDatasets);
    Graph all = world.times(1, any -> true);
    assertThat(asked.size()).isLessThan(all.size());
    assertThat(concluded(asked, name, published))
        .containsExactlyInAnyOrderElementsOf(concluded(all, name, published));
  }

  private static MultipliedWorld world(String name, PublishedWorlds published) {
    return new MultipliedWorld(
        name,
        ImportedWorlds.graphs(ImportedWorlds.WORLDS.get(name), published.imported()),
        ImportedWorlds.background(published.curated()));
  }

  private static List<Quad> concluded(Graph facts, String name, PublishedWorlds published) {
    List<Quad> concluded = new ArrayList<>();
    published.rules().applyOverDataset(facts, name, concluded::add);
    return concluded;
  }

  /**
   * What reasoning does to a graph.
   *
   * @param asked how often triples were looked for
   * @param answered how many were found
   * @param added how often one was added
   */
  private record Work(long derivations, long asked, long answered, long added) {

    static Work of(MultipliedWorld world, int copies, PublishedWorlds published) {
      CountingGraph graph =
          new CountingGraph(world.times(copies, published.rules()::askOfDatasets));
      long[] derivations = new long[1];
      published
          .rules()
          .applyOverDataset(
              graph,
              world.name(),
              quad -> derivations[0] += quad.getObject().equals(Casus.DERIVATION) ? 1 : 0);
      return new Work(derivations[0], graph.asked, graph.answered, graph.added);
    }
  }

  private static final class CountingGraph extends WrappedGraph {
    private long asked;
    private long answered;
    private long added;

    CountingGraph(Graph base) {
      super(base);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
      return counted(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      return counted(super.find(subject, predicate, object));
    }

    private ExtendedIterator<Triple> counted(ExtendedIterator<Triple> found) {
      asked++;
      return found.mapWith(
          triple -> {
            answered++;
            return triple;
          });
    }

    @Override
    public boolean contains(Triple pattern) {
      asked++;
      return super.contains(pattern);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
      asked++;
      return super.contains(subject, predicate, object);
    }

    @Override
    public void add(Triple triple) {
      added++;
      super.add(triple);
    }
  }
}
