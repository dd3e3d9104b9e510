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

  /** For each firing the one that came next of the same hash code; for the last the first. */
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
   * that concludes none; records whose hash codes agree come one after the other. Lets go of a
   * block as soon as all of it was handed on, to make room for what is concluded. No more can be
   * added then.
   */
  void forEachRecord(Consumer<List<Firing>> out) {
    join();
    for (int number = 0; number < size; number++) {
      if (next[number] != HANDED_ON) {
        handOn(number, out);
      }
      if ((number + 1) % FiringBlock.SIZE == 0) {
        blocks.set(number / FiringBlock.SIZE, null);
      }
    }
    blocks.clear();
    size = 0;
  }

  /** Joins those of the same hash code. */
  private void join() {
    Arrays.parallelSort(codes, 0, coded);
    for (int place = 1; place < coded; place++) {
      if (codes[place] >> Integer.SIZE == codes[place - 1] >> Integer.SIZE) {
        int last = (int) codes[place - 1];
        int number = (int) codes[place];
        next[number] = next[last];
        next[last] = number;
      }
    }
    codes = new long[0];
    coded = 0;
  }

  /**
   * Those of the same hash code. Whether all are for one record is asked only now, when they are to
   * be looked at anyway: each is far from the others in memory.
   *
   * @param number of the first
   */
  private void handOn(int number, Consumer<List<Firing>> out) {
    List<Firing> alike = new ArrayList<>(1);
    int one = number;
    do {
      alike.add(firing(one));
      int following = next[one];
      next[one] = HANDED_ON;
      one = following;
    } while (one != number);
    while (alike.size() > 1) {
      Firing first = alike.get(0);
      List<Firing> together = new ArrayList<>(alike.size());
      List<Firing> others = new ArrayList<>(0);
      alike.forEach(any -> (any.isOfSameRecordAs(first) ? together : others).add(any));
      out.accept(together);
      alike = others;
    }
    if (!alike.isEmpty()) {
      out.accept(alike);
    }
  }

  private Firing firing(int number) {
    return block(number).get(number % FiringBlock.SIZE);
  }

  private FiringBlock block(int number) {
    return Objects.requireNonNull(blocks.get(number / FiringBlock.SIZE));
  }
}
