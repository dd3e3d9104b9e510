package org.casus.pages;

import java.util.List;

/**
 * What one property leads from to a thing.
 *
 * @param total how many things
 * @param first some of them, in the order of their IRIs
 * @param all where all of them are listed; empty if all are here
 */
record Incoming(Link property, long total, List<Link> first, String all) {

  Incoming {
    first = List.copyOf(first);
  }
}
