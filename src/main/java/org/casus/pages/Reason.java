package org.casus.pages;

import java.util.List;

/**
 * One derivation of a thing: the rule that was applied, and to what.
 *
 * @param rule by its label
 * @param premises in the order of their labels
 */
record Reason(Link rule, List<Link> premises) {

  Reason {
    premises = List.copyOf(premises);
  }
}
