package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written must be found by every index, as in a dataset in memory. */
class TupleTableWriterTest {
  /** More than fit into one level of branches of an index, so that there are two. */
  private static final int QUADS = 60_000;

  private static final int ASKED = 10;

  /** One for each choice of columns; that of no column is left to the test of the indexes. */
  private static final int PATTERNS = 16;

  @TempDir Path temp;
  private DatasetGraph database;

  @BeforeEach
  void create() {
    database = DatabaseMgr.connectDatasetGraph(temp.toString());
  }

  @AfterEach
  void close() {
    TDBInternal.expel(database, true);
  }

  @Test
  void everyPatternFindsWhatItFindsInMemory() {
    List<Quad> quads = quads(new Random(1));
    DatasetGraph memory = DatasetGraphFactory.create();
    quads.forEach(memory::add);
    write(quads);
    TDBInternal.expel(database, true);
    database = DatabaseMgr.connectDatasetGraph(temp.toString());
    Txn.executeRead(
        database,
        () -> {
          for (Quad quad : quads.subList(0, ASKED)) {
            for (int pattern = 1; pattern < PATTERNS; pattern++) {
              assertThat(find(database, quad, pattern)).isEqualTo(find(memory, quad, pattern));
            }
          }
        });
  }

  @Test
  void everyIndexHasEachQuadOnce() {
    List<Quad> quads = quads(new Random(2));
    List<Quad> twice = new ArrayList<>(quads);
    twice.addAll(quads);
    write(twice);
    Txn.executeRead(
        database,
        () -> {
          for (TupleIndex index : table().getTupleTable().getIndexes()) {
            assertThat(index.all()).toIterable().hasSize(new HashSet<>(quads).size());
          }
        });
  }

  @Test
  void valuesThatTheDatabaseKeepsInOneFormAreOneNode() {
    Quad one = number("1");
    write(List.of(one, number("01"), number("-1"), number("+1")));
    Txn.executeRead(
        database,
        () ->
            assertThat(database.find()).toIterable().containsExactlyInAnyOrder(one, number("-1")));
  }

  @Test
  void quadsCanBeAddedToWhatWasWritten() {
    List<Quad> quads = quads(new Random(3));
    write(quads);
    Txn.executeWrite(database, () -> database.add(number("2000")));
    Txn.executeRead(
        database,
        () ->
            assertThat(database.find())
                .toIterable()
                .hasSize(new HashSet<>(quads).size() + 1)
                .contains(number("2000")));
  }

  @Test
  void nothingIsWrittenOfNothing() {
    write(List.of());
    Txn.executeRead(database, () -> assertThat(database.find()).isExhausted());
  }

  private void write(List<Quad> quads) {
    Txn.executeWrite(
        database,
        () -> {
          SortedQuads sorted = SortedQuads.of(quads);
          new TupleTableWriter(table(), sorted.columns(true)).write(sorted.nodes());
        });
  }

  private NodeTupleTable table() {
    return TDBInternal.requireStorage(database).getQuadTable().getNodeTupleTable();
  }

  private static Set<Quad> find(DatasetGraph dataset, Quad quad, int pattern) {
    Set<Quad> found = new HashSet<>();
    dataset
        .find(
            (pattern & 1) == 0 ? Node.ANY : quad.getGraph(),
            (pattern & 2) == 0 ? Node.ANY : quad.getSubject(),
            (pattern & 4) == 0 ? Node.ANY : quad.getPredicate(),
            (pattern & 8) == 0 ? Node.ANY : quad.getObject())
        .forEachRemaining(found::add);
    return found;
  }

  private static List<Quad> quads(Random random) {
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < QUADS; i++) {
      quads.add(
          Quad.create(
              thing("g", random.nextInt(7)),
              thing("s", random.nextInt(900)),
              thing("p", random.nextInt(30)),
              random.nextBoolean()
                  ? thing("s", random.nextInt(900))
                  : integer(Integer.toString(random.nextInt(1000)))));
    }
    return quads;
  }

  private static Quad number(String digits) {
    return Quad.create(thing("g", 0), thing("s", 0), thing("p", 0), integer(digits));
  }

  private static Node integer(String digits) {
    return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger);
  }

  private static Node thing(String kind, int number) {
    return NodeFactory.createURI("https://example.org/" + kind + number);
  }
}
