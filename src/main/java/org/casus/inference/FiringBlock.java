package org.casus.inference;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Firings in columns. Each for itself would be three objects, of which Java moves millions when it
 * makes room; here it moves a few arrays.
 */
final class FiringBlock {
  /** How many it takes: enough to spare objects, and few enough to be let go of one by one. */
  static final int SIZE = 4096;

  private @Nullable ConstructRule[] rules = new ConstructRule[16];
  private @Nullable Span[] spans = new Span[16];
  private int[] begins = new int[16];
  private @Nullable Node[] values = new Node[128];
  private int size;
  private int used;

  void add(Firing firing) {
    if (size == rules.length) {
      rules = Arrays.copyOf(rules, size * 2);
      spans = Arrays.copyOf(spans, size * 2);
      begins = Arrays.copyOf(begins, size * 2);
    }
    int width = firing.rule().variables().size();
    if (used + width > values.length) {
      values = Arrays.copyOf(values, Math.max(used * 2, used + width));
    }
    rules[size] = firing.rule();
    spans[size] = firing.span();
    begins[size] = used;
    firing.solution().copyTo(values, used);
    size++;
    used += width;
  }

  /**
   * @param position how many came before it
   */
  Firing get(int position) {
    ConstructRule rule = rules[position];
    if (rule == null) {
      throw new IndexOutOfBoundsException(position);
    }
    return new Firing(
        rule, new Solution(rule.variables(), values, begins[position]), spans[position]);
  }
}
