package org.casus.store;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of small numbers, the ranks of something, put in order by counting: one column after the
 * other, the last one first, since counting keeps the order of ties. The time grows with the rows
 * and not, as when rows are compared, faster.
 */
final class RankOrder {
  private RankOrder() {}

  /**
   * The numbers of the rows in their order.
   *
   * @param columns of one length, the one that decides first
   * @param ranks more than the greatest number in a column
   */
  static int[] of(int[][] columns, int rows, int ranks) {
    int[] order = IntStream.range(0, rows).toArray();
    for (int column = columns.length - 1; column >= 0; column--) {
      int[] keys = columns[column];
      int[] next = new int[ranks + 1];
      for (int row : order) {
        next[keys[row] + 1]++;
      }
      Arrays.parallelPrefix(next, Integer::sum);
      int[] ordered = new int[rows];
      for (int row : order) {
        ordered[next[keys[row]]++] = row;
      }
      order = ordered;
    }
    return order;
  }

  /** Whether two rows have the same numbers. */
  static boolean same(int[][] columns, int one, int other) {
    for (int[] column : columns) {
      if (column[one] != column[other]) {
        return false;
      }
    }
    return true;
  }
}
