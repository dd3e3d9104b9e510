package org.casus.store;

import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.TDB2;

/**
 * What every reader of a build can rely on: the default graph is the union of the named graphs, and
 * {@code text:query} works.
 *
 * <p>The index is set in the context of the database itself; jena-text's wrapper around a dataset
 * is for keeping an index in step with changes, and there are none.
 */
final class DatasetSettings {
  private DatasetSettings() {}

  static void apply(DatasetGraph dataset, TextIndex index) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    dataset.getContext().set(TextQuery.textIndex, index);
  }
}
