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
  private static final int NONE = -1;

  /** Of how many places of the table one is taken at most: two of three. */
  private static final double LOAD = 2.0 / 3;

  /** Marks in {@link #next} what was handed on. */
  private static final int HANDED_ON = -2;

  /** All of them in the order in which they came; null for those that were handed on. */
  private final List<@Nullable FiringBlock> blocks = new ArrayList<>();

  private int size;

  /** For each firing the one that came next for the same record; for the last the first. */
  private int[] next = new int[16];

  /**
   * For each record the last of its firings and its hash code, side by side, at twice the place to
   * which that leads: whatever is elsewhere in memory takes longer to reach, the more there is.
   */
  private int[] table = empty(32);

  private int records;

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
      enter(number, firing);
    }
  }

  private void enter(int number, Firing firing) {
    int hash = firing.hashOfRecord();
    int place = place(hash, firing);
    int last = table[place];
    if (last == NONE) {
      table[place + 1] = hash;
      records++;
    } else {
      next[number] = next[last];
      next[last] = number;
    }
    table[place] = number;
    if (records * 2 > table.length * LOAD) {
      grow();
    }
  }

  /**
   * Hands on the firings for each record, in the order in which the first of each came, and each
   * that concludes none; lets go of a block as soon as all of it was handed on, to make room for
   * what is concluded. No more can be added then.
   */
  void forEachRecord(Consumer<List<Firing>> out) {
    table = new int[0];
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

  /** Where the record of a firing stands, or would. */
  private int place(int hash, Firing firing) {
    int place = place(hash, table);
    while (table[place] != NONE
        && !(table[place + 1] == hash && firing(table[place]).isOfSameRecordAs(firing))) {
      place = following(place, table);
    }
    return place;
  }

  private void grow() {
    int[] grown = empty(table.length);
    for (int former = 0; former < table.length; former += 2) {
      if (table[former] != NONE) {
        int place = place(table[former + 1], grown);
        while (grown[place] != NONE) {
          place = following(place, grown);
        }
        grown[place] = table[former];
        grown[place + 1] = table[former + 1];
      }
    }
    table = grown;
  }

  private static int place(int hash, int[] table) {
    return (hash & table.length / 2 - 1) * 2;
  }

  private static int following(int place, int[] table) {
    return place + 2 & table.length - 1;
  }

  /**
   * @param places a power of two
   */
  private static int[] empty(int places) {
    int[] table = new int[places * 2];
    Arrays.fill(table, NONE);
    return table;
  }
}
