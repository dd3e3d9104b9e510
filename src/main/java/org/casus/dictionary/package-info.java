/**
 * Writes what is generated for readers: the data dictionary, which tells what each table, column
 * and code means, and the overview of the questions. Both say again what is said once in the
 * metadata files, the ontology and the headers of the questions. May use {@code source}, {@code
 * ontology}, {@code query}, {@code iri} and {@code vocab}. Start at {@link
 * org.casus.dictionary.DataDictionary} and {@link org.casus.dictionary.QuestionOverview}.
 */
@NullMarked
package org.casus.dictionary;

import org.jspecify.annotations.NullMarked;
