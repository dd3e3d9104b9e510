package org.casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The firings of a layer, which wait until all its rules were asked, those for the same record
 * together. There are as many as conclusions, and Java moves in memory what waits; so nothing is
 * kept of a record but its firings, in arrays that grow: not its name, nor a list of its own.
 */
final class WaitingFirings {
  private static final int NONE = -1;

  /** Of how many places of the table one is taken at most: two of three. */
  private static final double LOAD = 2.0 / 3;

  private final List<Firing> firings = new ArrayList<>();

  /** For each firing the one that came next for the same record. */
  private int[] next = new int[16];

  /** The first firing for each record, and its last, at the place to which its hash code leads. */
  private int[] first = empty(32);

  private int[] last = new int[32];
  private int[] hashes = new int[32];
  private int records;

  void add(Firing firing) {
    int number = firings.size();
    firings.add(firing);
    if (number == next.length) {
      next = Arrays.copyOf(next, number * 2);
    }
    next[number] = NONE;
    if (firing.isOfRecord()) {
      enter(number, firing);
    }
  }

  private void enter(int number, Firing firing) {
    int hash = firing.hashOfRecord();
    int place = place(hash, firing);
    if (first[place] == NONE) {
      first[place] = number;
      hashes[place] = hash;
      records++;
    } else {
      next[last[place]] = number;
    }
    last[place] = number;
    if (records > first.length * LOAD) {
      grow();
    }
  }

  /**
   * Hands on the firings for each record, in the order in which the first of each came, and each
   * that concludes none; lets go of them at once, to make room for what is concluded from them. No
   * more can be added then.
   */
  void forEachRecord(Consumer<List<Firing>> out) {
    first = last = hashes = new int[0];
    for (int number = 0; number < firings.size(); number++) {
      if (firings.get(number) != null) {
        List<Firing> together = new ArrayList<>(1);
        for (int one = number; one != NONE; one = next[one]) {
          together.add(firings.set(one, null));
        }
        out.accept(together);
      }
    }
  }

  /** Where the record of a firing stands, or would. */
  private int place(int hash, Firing firing) {
    int place = hash & first.length - 1;
    while (first[place] != NONE
        && !(hashes[place] == hash && firings.get(first[place]).isOfSameRecordAs(firing))) {
      place = place + 1 & first.length - 1;
    }
    return place;
  }

  private void grow() {
    int[] formerFirst = first;
    int[] formerLast = last;
    int[] formerHashes = hashes;
    first = empty(formerFirst.length * 2);
    last = new int[first.length];
    hashes = new int[first.length];
    for (int former = 0; former < formerFirst.length; former++) {
      if (formerFirst[former] != NONE) {
        int place = formerHashes[former] & first.length - 1;
        while (first[place] != NONE) {
          place = place + 1 & first.length - 1;
        }
        first[place] = formerFirst[former];
        last[place] = formerLast[former];
        hashes[place] = formerHashes[former];
      }
    }
  }

  private static int[] empty(int size) {
    int[] places = new int[size];
    Arrays.fill(places, NONE);
    return places;
  }
}
