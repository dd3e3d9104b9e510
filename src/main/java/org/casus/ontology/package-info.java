/**
 * Reads the ontology from its Turtle files: modules, vocabularies and the pinned extracts of other
 * ontologies. Gives the graph, the code lists that the tables use, and the class that a code stands
 * for. May use {@code vocab}, {@code iri}, {@code model} and {@code problem}. Start at {@link
 * org.casus.ontology.Ontology}.
 */
@NullMarked
package org.casus.ontology;

import org.jspecify.annotations.NullMarked;
