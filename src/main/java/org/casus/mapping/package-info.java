/**
 * Turns typed records into the triples of named graphs: one mapper for each kind of record, one
 * resource for each record. Labels of records that have none of their own are composed here. May
 * use {@code source}, {@code model}, {@code ontology}, {@code iri} and {@code vocab}. Start at
 * {@link org.casus.mapping.GraphMapping}.
 */
@NullMarked
package org.casus.mapping;

import org.jspecify.annotations.NullMarked;
