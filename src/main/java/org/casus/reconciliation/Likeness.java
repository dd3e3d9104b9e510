package org.casus.reconciliation;

/**
 * How like a name and a text are.
 *
 * @param value from 0 to 1
 * @param same whether they are one name: equal but for case, accents, script, spelling and the
 *     order of words; or the text is an identifier
 * @param label whether they are one name, and it is the one that Casus shows
 */
record Likeness(double value, boolean same, boolean label) {
  static final Likeness IDENTIFIER = new Likeness(1, true, true);
  static final Likeness NONE = new Likeness(0, false, false);

  private static final double RESPELT = 0.95;

  /** What is not the same is at most so like. */
  private static final double MOST = 0.9;

  /** Of equal names. */
  static Likeness equal(boolean label) {
    return new Likeness(1, true, label);
  }

  /** Of names that have the same words, though in another spelling or order. */
  static Likeness respelt(boolean label) {
    return new Likeness(RESPELT, true, label);
  }

  /** Of other names, by the share of their words that they have in common. */
  static Likeness shared(double share) {
    return new Likeness(MOST * share, false, false);
  }

  Likeness or(Likeness other) {
    return other.value > value ? other : this;
  }

  Likeness and(Likeness other) {
    return other.value < value ? other : this;
  }
}
