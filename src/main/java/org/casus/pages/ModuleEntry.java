package org.casus.pages;

import java.util.List;

/**
 * A module in the documentation of the ontology.
 *
 * @param name last part of its IRI
 * @param requires modules that it builds on
 * @param groups its terms by kind
 * @param schemes its lists of codes
 */
record ModuleEntry(
    String name,
    String title,
    List<Value> abstracts,
    List<Link> requires,
    List<TermGroup> groups,
    List<CodeList> schemes) {

  /** The terms of one kind. */
  record TermGroup(String title, List<TermEntry> terms) {}

  /**
   * A concept scheme.
   *
   * @param anchor fragment in the page
   */
  record CodeList(String anchor, Link scheme, List<Value> definitions, List<Code> codes) {}

  /**
   * A concept.
   *
   * @param notation what tables use
   * @param broader more general concepts of the list
   */
  record Code(
      Link concept,
      String notation,
      List<Value> definitions,
      List<Value> notes,
      List<Link> broader) {}
}
