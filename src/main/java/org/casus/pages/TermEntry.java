package org.casus.pages;

import java.util.List;

/**
 * A term in the documentation of the ontology.
 *
 * @param anchor local name, the fragment of its IRI
 * @param form such as {@code casus:Statement}
 * @param maturity empty for a settled term
 * @param facts super- and subterms, domain, range, alignments, notes
 * @param obligations what shapes demand of instances of a class
 * @param uses how many instances a class or triples a property has
 * @param all where all of these are listed; empty for a property
 * @param instances some instances of a class
 * @param example a triple of a property: subject and value
 */
record TermEntry(
    String anchor,
    String form,
    String label,
    List<Value> definitions,
    String maturity,
    List<Fact> facts,
    List<Obligation> obligations,
    long uses,
    String all,
    List<Link> instances,
    List<Value> example) {}
