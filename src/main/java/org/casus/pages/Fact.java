package org.casus.pages;

import java.util.List;

/**
 * A property with its values in one graph.
 *
 * @param more how many values are left out
 */
record Fact(Link property, List<Value> values, int more) {

  Fact {
    values = List.copyOf(values);
  }
}
