package org.casus.source;

import java.util.List;
import java.util.stream.Stream;
import org.casus.model.Work;

/**
 * All that the curators have written, typed.
 *
 * @param works the bibliography
 * @param tables the tables in order of their file names
 */
public record CuratedData(List<Located<Work>> works, List<LoadedTable> tables) {

  /** The rows of all tables as they are written. */
  public Stream<WrittenRow> writtenRows() {
    return tables.stream().flatMap(table -> table.written().stream());
  }

  /** The rows of one table as they are written; none if it could not be read. */
  public Stream<WrittenRow> writtenRows(String table) {
    return writtenRows().filter(row -> row.metadata().table().equals(table));
  }
}
