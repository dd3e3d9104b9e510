package org.casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The firings of a layer, which wait until all its rules were asked, those for the same record
 * together. There are as many as conclusions, and Java moves in memory what waits; so nothing is
 * kept of a record but its firings, in arrays that grow: not its name, nor a list of its own.
 */
final class WaitingFirings {
  /** Marks in {@link #next} what was handed on. */
  private static final int HANDED_ON = -1;

  /** All of them in the order in which they came; null for those that were handed on. */
  private final List<@Nullable FiringBlock> blocks = new ArrayList<>();

  private int size;

  /** For each firing the one that came next for the same record; for the last the first. */
  private int[] next = new int[16];

  /**
   * The hash code of each record in the upper half, the number of a firing for it in the lower.
   * They are sorted once all came: a hash table would be looked into anywhere in memory for each,
   * which takes longer, the more there are.
   */
  private long[] codes = new long[16];

  private int coded;

  void add(Firing firing) {
    int number = size++;
    if (number % FiringBlock.SIZE == 0) {
      blocks.add(new FiringBlock());
    }
    block(number).add(firing);
    if (number == next.length) {
      next = Arrays.copyOf(next, number * 2);
    }
    next[number] = number;
    if (firing.isOfRecord()) {
      if (coded == codes.length) {
        codes = Arrays.copyOf(codes, coded * 2);
      }
      codes[coded++] = (long) firing.hashOfRecord() << Integer.SIZE | number;
    }
  }

  /**
   * Hands on the firings for each record, in the order in which the first of each came, and each
   * that concludes none; lets go of a block as soon as all of it was handed on, to make room for
   * what is concluded. No more can be added then.
   */
  void forEachRecord(Consumer<List<Firing>> out) {
    join();
    for (int number = 0; number < size; number++) {
      if (next[number] != HANDED_ON) {
        out.accept(handOn(number));
      }
      if ((number + 1) % FiringBlock.SIZE == 0) {
        blocks.set(number / FiringBlock.SIZE, null);
      }
    }
    blocks.clear();
    size = 0;
  }

  /** Joins those for the same record. */
  private void join() {
    Arrays.sort(codes, 0, coded);
    int end;
    for (int begin = 0; begin < coded; begin = end) {
      end = begin + 1;
      while (end < coded && hash(end) == hash(begin)) {
        end++;
      }
      if (end - begin > 1) {
        join(begin, end);
      }
    }
    codes = new long[0];
    coded = 0;
  }

  /** Joins those of the same hash code, which in rare cases are for several records. */
  private void join(int begin, int end) {
    List<Integer> lasts = new ArrayList<>(1);
    for (int place = begin; place < end; place++) {
      int number = (int) codes[place];
      int record = place == begin ? -1 : record(number, lasts);
      if (record < 0) {
        lasts.add(number);
      } else {
        int last = lasts.set(record, number);
        next[number] = next[last];
        next[last] = number;
      }
    }
  }

  /**
   * For which of several records a firing is.
   *
   * @param lasts the last firing so far for each of them
   * @return its position among them; less than 0 if it is for another
   */
  private int record(int number, List<Integer> lasts) {
    Firing firing = firing(number);
    for (int record = 0; record < lasts.size(); record++) {
      if (firing(lasts.get(record)).isOfSameRecordAs(firing)) {
        return record;
      }
    }
    return -1;
  }

  private int hash(int place) {
    return (int) (codes[place] >>> Integer.SIZE);
  }

  /**
   * Those for the same record, all of which come after it.
   *
   * @param number of the first
   */
  private List<Firing> handOn(int number) {
    List<Firing> together = new ArrayList<>(1);
    int one = number;
    do {
      together.add(firing(one));
      int following = next[one];
      next[one] = HANDED_ON;
      one = following;
    } while (one != number);
    return together;
  }

  private Firing firing(int number) {
    return block(number).get(number % FiringBlock.SIZE);
  }

  private FiringBlock block(int number) {
    return Objects.requireNonNull(blocks.get(number / FiringBlock.SIZE));
  }
}
