/**
 * Writes what is generated for readers: the data dictionary, which tells what each table, column
 * and code means, the overview of the questions, and the table group, which is for tools that read
 * CSVW. They say again what is said once in the metadata files, the ontology and the headers of the
 * questions. May use {@code source}, {@code ontology}, {@code query}, {@code iri} and {@code
 * vocab}. Start at {@link org.casus.dictionary.DataDictionary}, {@link
 * org.casus.dictionary.QuestionOverview} and {@link org.casus.dictionary.TableGroup}.
 */
@NullMarked
package org.casus.dictionary;

import org.jspecify.annotations.NullMarked;
