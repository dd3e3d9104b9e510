package org.casus.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
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
 * <p>Nodes are ranked by their ids as they are on disk, and tuples put into the order of an index
 * by these ranks.
 */
final class TupleTableWriter {
  private final NodeTupleTable table;
  private final int[][] columns;
  private final int size;

  /**
   * For a table without a tuple; {@link #write} must run in a write transaction.
   *
   * @param columns the nodes of the tuples, by their places in {@code nodes}; a tuple may be there
   *     more than once
   */
  TupleTableWriter(NodeTupleTable table, int[][] columns) {
    this.table = table;
    this.columns = columns;
    this.size = columns[0].length;
  }

  /** Writes the nodes that are used, and all tuples; a tuple that came twice is written once. */
  void write(Node[] nodes) {
    if (size == 0) {
      return;
    }
    long[] idOfRank = rankNodes(nodes);
    for (TupleIndex index : table.getTupleTable().getIndexes()) {
      write((TupleIndexRecord) index, idOfRank);
    }
  }

  /** Stores the nodes, and puts the ranks of their ids in place of their numbers. */
  private long[] rankNodes(Node[] nodes) {
    NodeTable stored = table.getNodeTable();
    BitSet used = new BitSet(nodes.length);
    for (int[] column : columns) {
      Arrays.stream(column).forEach(used::set);
    }
    long[] idOfNumber = new long[nodes.length];
    used.stream()
        .forEach(number -> idOfNumber[number] = onDisk(stored.getAllocateNodeId(nodes[number])));
    // Numbers in different forms, such as 1 and 01, may have one id.
    long[] idOfRank =
        used.stream().mapToLong(number -> idOfNumber[number]).sorted().distinct().toArray();
    int[] rankOfNumber = new int[nodes.length];
    used.stream()
        .forEach(
            number -> rankOfNumber[number] = Arrays.binarySearch(idOfRank, idOfNumber[number]));
    for (int[] column : columns) {
      for (int i = 0; i < size; i++) {
        column[i] = rankOfNumber[column[i]];
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
    int[] order = RankOrder.of(key, size, idOfRank.length);
    BPlusTree tree = (BPlusTree) index.getRangeIndex();
    Iterator<Record> records =
        IntStream.range(0, size)
            .filter(i -> i == 0 || !RankOrder.same(key, order[i - 1], order[i]))
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

  private static Record record(BPlusTree tree, int[][] key, int tuple, long[] idOfRank) {
    byte[] bytes = new byte[key.length * NodeId.SIZE];
    for (int slot = 0; slot < key.length; slot++) {
      Bytes.setLong(idOfRank[key[slot][tuple]] ^ Long.MIN_VALUE, bytes, slot * NodeId.SIZE);
    }
    return tree.getRecordFactory().create(bytes);
  }
}
