package org.casus.source;

import org.casus.model.TableRow;

/**
 * Turns the rows of one table into records.
 *
 * @param <R> the kind of record
 */
interface TableLoader<R extends TableRow> {

  /** The table's file relative to the data directory. */
  String table();

  /** The record of a row that has passed the contract of the table. */
  R load(Cells cells);
}
