package org.casus.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Fills an empty table of a TDB2 database, that of the quads or that of the triples: first the
 * nodes, then each index in its own order from the leaves up, as {@code tdb2.xloader} does. Adding
 * tuples one by one costs several times as much, since each is searched for in each index, and
 * leaves blocks half empty.
 *
 * <p>Nodes are ranked by their ids as they are on disk. Tuples are kept as ranks, and put into the
 * order of an index by counting, one column after the other.
 */
final class TupleTableWriter {
  private static final int FIRST_SIZE = 1024;

  private final NodeTupleTable table;
  private final Map<Node, Integer> numbers = new LinkedHashMap<>();
  private final int[][] columns;
  private int size;

  /** For a table without a tuple; {@link #write} must run in a write transaction. */
  TupleTableWriter(NodeTupleTable table) {
    this.table = table;
    this.columns = new int[table.getTupleLen()][FIRST_SIZE];
  }

  /** Takes one tuple, its nodes in the order of the columns; nothing is written yet. */
  void add(Node... tuple) {
    for (int column = 0; column < columns.length; column++) {
      if (size == columns[column].length) {
        columns[column] = Arrays.copyOf(columns[column], 2 * size);
      }
      columns[column][size] = numbers.computeIfAbsent(tuple[column], node -> numbers.size());
    }
    size++;
  }

  /** Writes all nodes and tuples; a tuple that was added twice is written once. */
  void write() {
    if (size == 0) {
      return;
    }
    long[] idOfRank = rankNodes();
    for (TupleIndex index : table.getTupleTable().getIndexes()) {
      write((TupleIndexRecord) index, idOfRank);
    }
  }

  /** Stores the nodes, and puts their ranks in place of their numbers. */
  private long[] rankNodes() {
    NodeTable nodes = table.getNodeTable();
    long[] idOfNumber = new long[numbers.size()];
    numbers.forEach((node, number) -> idOfNumber[number] = onDisk(nodes.getAllocateNodeId(node)));
    // Numbers in different forms, such as 1 and 01, may have one id.
    long[] idOfRank = Arrays.stream(idOfNumber).sorted().distinct().toArray();
    for (int[] column : columns) {
      for (int i = 0; i < size; i++) {
        column[i] = Arrays.binarySearch(idOfRank, idOfNumber[column[i]]);
      }
    }
    return idOfRank;
  }

  /** Bytes on disk are compared without sign; with the first bit turned over, longs are as well. */
  private static long onDisk(NodeId id) {
    byte[] bytes = new byte[NodeId.SIZE];
    NodeIdFactory.set(id, bytes);
    return Bytes.getLong(bytes) ^ Long.MIN_VALUE;
  }

  private void write(TupleIndexRecord index, long[] idOfRank) {
    TupleMap map = index.getMapping();
    int[][] key = new int[columns.length][];
    for (int slot = 0; slot < key.length; slot++) {
      key[slot] = columns[map.getSlotIdx(slot)];
    }
    int[] order = order(key, idOfRank.length);
    BPlusTree tree = (BPlusTree) index.getRangeIndex();
    Iterator<Record> records =
        IntStream.range(0, size)
            .filter(i -> i == 0 || !same(key, order[i - 1], order[i]))
            .mapToObj(i -> record(tree, key, order[i], idOfRank))
            .iterator();
    BPlusTreeRewriter.packIntoBPlusTree(
        records,
        tree.getParams(),
        tree.getRecordFactory(),
        tree.getStateManager().getBufferChannel(),
        tree.getNodeManager().getBlockMgr(),
        tree.getRecordsMgr().getBlockMgr());
  }

  /** The tuples in the order of their keys: the last slot first, since counting keeps ties. */
  private int[] order(int[][] key, int ranks) {
    int[] order = IntStream.range(0, size).toArray();
    for (int slot = key.length - 1; slot >= 0; slot--) {
      int[] next = new int[ranks + 1];
      for (int tuple : order) {
        next[key[slot][tuple] + 1]++;
      }
      Arrays.parallelPrefix(next, Integer::sum);
      int[] ordered = new int[size];
      for (int tuple : order) {
        ordered[next[key[slot][tuple]]++] = tuple;
      }
      order = ordered;
    }
    return order;
  }

  private static boolean same(int[][] key, int one, int other) {
    for (int[] slot : key) {
      if (slot[one] != slot[other]) {
        return false;
      }
    }
    return true;
  }

  private static Record record(BPlusTree tree, int[][] key, int tuple, long[] idOfRank) {
    byte[] bytes = new byte[key.length * NodeId.SIZE];
    for (int slot = 0; slot < key.length; slot++) {
      Bytes.setLong(idOfRank[key[slot][tuple]] ^ Long.MIN_VALUE, bytes, slot * NodeId.SIZE);
    }
    return tree.getRecordFactory().create(bytes);
  }
}
