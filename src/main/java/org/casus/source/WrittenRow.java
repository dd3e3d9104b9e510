package org.casus.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.problem.Location;

/**
 * A row as it is written: what is looked at by whoever is interested in columns and wording, and
 * not in the kind of record that the row becomes. A column that the table does not have counts as
 * empty.
 *
 * @param metadata the contract of the table
 * @param cells the cells by column
 * @param location file and line
 */
public record WrittenRow(TableMetadata metadata, Map<String, String> cells, Location location) {

  public WrittenRow {
    cells = Map.copyOf(cells);
  }

  /** The cell, if it is filled. */
  public Optional<String> text(String column) {
    return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
  }

  /** The items of a list cell. */
  public List<String> list(String column) {
    return text(column).map(cell -> List.of(cell.split(";"))).orElse(List.of());
  }

  /** What the record is referred to by: its kind and its slug. */
  public String name() {
    return metadata.kind() + "/" + cells.getOrDefault("id", "");
  }

  public String source() {
    return cells.getOrDefault("source", "");
  }

  public List<String> locators() {
    return list("locator");
  }

  public Location cell(String column) {
    return Location.cell(location.file(), location.line(), column);
  }
}
