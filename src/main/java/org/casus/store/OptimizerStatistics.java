package org.casus.store;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.sparql.sse.ItemList;
import org.apache.jena.sparql.sse.ItemWriter;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * The rules by which TDB2 orders the patterns of a query: how many triples of the union of the
 * graphs to expect of a pattern.
 *
 * <p>What {@code tdb2.tdbstats} writes counts the triples of each predicate and class, and of
 * everything else Jena assumes the same: ten triples where the object is known, two where the
 * subject is. Here both are counted for each predicate, and for objects that many subjects have.
 *
 * @see <a
 *     href="https://jena.apache.org/documentation/tdb/optimizer.html#statistics-rule-file">Jena:
 *     statistics rule file</a>
 */
final class OptimizerStatistics {
  /** Objects with fewer subjects are all taken to have the average of their predicate. */
  private static final int MANY = 50;

  private static final Item TERM = Item.createSymbol("TERM");
  private static final Item ANY = Item.createSymbol("ANY");

  private final Node[] nodes;
  private final ItemList rules = new ItemList();

  private OptimizerStatistics(Node[] nodes) {
    this.nodes = nodes;
  }

  static void write(SortedQuads quads, OutputStream out) {
    int[] triples =
        IntStream.range(0, quads.size()).filter(quad -> !quads.repeatsTriple(quad)).toArray();
    OptimizerStatistics statistics = new OptimizerStatistics(quads.nodes());
    statistics.rules.add(StatsMatcher.STATS);
    Item count = list(Item.createSymbol(StatsMatcher.COUNT), number(triples.length));
    statistics.rules.add(list(Item.createSymbol(StatsMatcher.META), count));
    statistics.count(quads, triples);
    statistics.rules.add(list(StatsMatcher.OTHER, number(0)));
    ItemWriter.write(out, Item.createList(statistics.rules));
  }

  private void count(SortedQuads quads, int[] triples) {
    int[] subjects = new int[nodes.length];
    for (int i = 0; i < triples.length; i++) {
      // The order of the quads has the triples of a subject and predicate one after the other.
      if (i == 0
          || quads.subject(triples[i]) != quads.subject(triples[i - 1])
          || quads.predicate(triples[i]) != quads.predicate(triples[i - 1])) {
        subjects[quads.predicate(triples[i])]++;
      }
    }
    int[][] byObject = {
      Arrays.stream(triples).map(quads::predicate).toArray(),
      Arrays.stream(triples).map(quads::object).toArray()
    };
    int[] order = RankOrder.of(byObject, triples.length, nodes.length);
    int begin = 0;
    int beginOfObject = 0;
    int objects = 0;
    for (int i = 0; i < order.length; i++) {
      int predicate = byObject[0][order[i]];
      boolean last = i + 1 == order.length || byObject[0][order[i + 1]] != predicate;
      if (last || byObject[1][order[i + 1]] != byObject[1][order[i]]) {
        object(nodes[predicate], nodes[byObject[1][order[i]]], i + 1 - beginOfObject);
        beginOfObject = i + 1;
        objects++;
      }
      if (last) {
        predicate(nodes[predicate], i + 1 - begin, subjects[predicate], objects);
        begin = i + 1;
        objects = 0;
      }
    }
  }

  /** The first rule that matches holds, so those of single objects go before. */
  private void object(Node predicate, Node object, int triples) {
    boolean isClass = NodeConst.nodeRDFType.equals(predicate);
    if (object.isURI() && (isClass || triples > MANY)) {
      rule(ANY, predicate, Item.createNode(object), triples);
    }
  }

  private void predicate(Node predicate, int triples, int subjects, int objects) {
    rule(TERM, predicate, ANY, average(triples, subjects));
    rule(ANY, predicate, TERM, average(triples, objects));
    rule(ANY, predicate, ANY, triples);
  }

  private static long average(int triples, int things) {
    return Math.max(1, Math.round((double) triples / things));
  }

  private void rule(Item subject, Node predicate, Item object, long triples) {
    Item pattern = list(subject, Item.createNode(predicate), object);
    rules.add(list(pattern, number(triples)));
  }

  private static Item list(Item... items) {
    ItemList list = new ItemList();
    for (Item item : items) {
      list.add(item);
    }
    return Item.createList(list);
  }

  private static Item number(long number) {
    return Item.createNode(NodeFactoryExtra.intToNode(number));
  }
}
