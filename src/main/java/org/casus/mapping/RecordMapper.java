package org.casus.mapping;

import org.casus.model.TableRow;

/**
 * Writes the triples of one kind of record: its type, its label and one triple for each value, with
 * the properties that the metadata of the table names. A test compares the two.
 *
 * @param <R> the kind of record
 */
@FunctionalInterface
interface RecordMapper<R extends TableRow> {

  void map(R row, ResourceWriter out);
}
