package org.casus.dataset;

import java.util.List;
import org.casus.source.GraphRows;

/**
 * What the files of a data set say, ready to be mapped.
 *
 * @param dataset which one
 * @param rows the records by kind, all for the graph of the data set
 */
public record DatasetContent(Dataset dataset, List<GraphRows> rows) {

  /** How many records of a kind there are. */
  public int count(String kind) {
    return rows.stream()
        .filter(records -> records.kind().equals(kind))
        .mapToInt(records -> records.rows().size())
        .sum();
  }
}
