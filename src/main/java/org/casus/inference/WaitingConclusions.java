package org.casus.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a run of a layer concludes that rules may ask for, until all its firings were concluded
 * from. Added at once, each triple would lie in tables all over the memory while the next firing is
 * concluded from, and Java would look for it there when it makes room; here it lies beside the one
 * that came before it.
 */
final class WaitingConclusions {
  private final Pairs<Node, Triple> triples = new Pairs<>();
  private final Pairs<Node, Span> periods = new Pairs<>();

  /** A triple in the graph of its rule. */
  void add(Node graph, Triple triple) {
    triples.add(graph, triple);
  }

  /** The period of a record, as it is told. */
  void add(Node record, Span span) {
    periods.add(record, span);
  }

  /**
   * Hands on all in the order in which they came, and lets go of it.
   *
   * @return whether any triple was new
   */
  boolean handOn(ConclusionSink sink, Periods known) {
    boolean[] news = {false};
    triples.handOn((graph, triple) -> news[0] |= sink.conclusion(graph, triple));
    periods.handOn(known::conclude);
    return news[0];
  }

  /** In blocks, since Java would look through all of a long array for the few that are new. */
  private static final class Pairs<A, B> {
    private static final int SIZE = 4096;

    private final List<List<A>> first = new ArrayList<>();
    private final List<List<B>> second = new ArrayList<>();

    void add(A one, B other) {
      if (first.isEmpty() || first.get(first.size() - 1).size() == SIZE) {
        first.add(new ArrayList<>(SIZE));
        second.add(new ArrayList<>(SIZE));
      }
      first.get(first.size() - 1).add(one);
      second.get(second.size() - 1).add(other);
    }

    void handOn(BiConsumer<A, B> out) {
      for (int block = 0; block < first.size(); block++) {
        List<A> ones = first.set(block, List.of());
        List<B> others = second.set(block, List.of());
        for (int number = 0; number < ones.size(); number++) {
          out.accept(ones.get(number), others.get(number));
        }
      }
      first.clear();
      second.clear();
    }
  }
}
