package org.casus.source;

import java.util.List;
import org.casus.model.TableRow;

/**
 * Rows of one kind that go into one named graph and come from no curated table, as those of an
 * imported data set do.
 *
 * @param graph name of the graph, such as {@code dataset/atop-4.01}
 * @param kind kind of the records, the last but one part of their IRIs
 * @param rows the records with the rows of the imported file that they rest on; several records may
 *     rest on one row
 */
public record GraphRows(String graph, String kind, List<Located<TableRow>> rows) {}
