/**
 * Writes the data dictionary: what each table, column and code means, taken from the metadata files
 * and the ontology, where it is said once. May use {@code source}, {@code ontology}, {@code iri}
 * and {@code vocab}. Start at {@link org.casus.dictionary.DataDictionary}.
 */
@NullMarked
package org.casus.dictionary;

import org.jspecify.annotations.NullMarked;
