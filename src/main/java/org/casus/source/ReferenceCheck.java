package org.casus.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Checks, once all tables are read, that what rows refer to exists. References to a table that
 * could not be read are not reported: the table's own problem says it all.
 */
final class ReferenceCheck {

  private final Map<String, Set<String>> keysByFile;
  private final Map<String, Set<String>> keysByKind;
  private final Set<String> unreadable;
  private final Set<String> unreadableKinds;

  ReferenceCheck(
      Map<String, Set<String>> keysByFile,
      Map<String, Set<String>> keysByKind,
      Set<String> unreadable,
      Set<String> unreadableKinds) {
    this.keysByFile = keysByFile;
    this.keysByKind = new HashMap<>(keysByKind);
    this.unreadable = unreadable;
    this.unreadableKinds = unreadableKinds;
  }

  void check(TableMetadata metadata, List<RawRow> rows, Problems problems) {
    for (Column column : metadata.columns()) {
      if (column.reference().isPresent() && !unreadable.contains(column.reference().get())) {
        rows.forEach(row -> check(metadata, column, row, problems));
      }
    }
  }

  private void check(TableMetadata metadata, Column column, RawRow row, Problems problems) {
    String cell = row.cells().getOrDefault(column.name(), "");
    if (cell.isEmpty()) {
      return;
    }
    for (String item : column.list() ? cell.split(";") : new String[] {cell}) {
      String target = column.reference().orElseThrow();
      boolean known =
          target.equals(Column.ANY_RECORD)
              ? isRecord(item)
              : keysByFile.getOrDefault(target, Set.of()).contains(item);
      if (!known) {
        problems.error(
            Rule.REFERENCE_UNKNOWN,
            Location.cell(metadata.file(), row.line(), column.name()),
            item,
            target.equals(Column.ANY_RECORD)
                ? "a record as kind/slug, such as actor/russia"
                : "an id that " + target + " has",
            Spelling.nearest(item, keysByFile.getOrDefault(target, Set.of()))
                .map(key -> "Perhaps “" + key + "” is meant")
                .orElse("Correct the id, or add the missing record"));
      }
    }
  }

  private boolean isRecord(String item) {
    int slash = item.indexOf('/');
    if (slash > 0 && unreadableKinds.contains(item.substring(0, slash))) {
      return true;
    }
    return slash > 0
        && keysByKind
            .getOrDefault(item.substring(0, slash), Set.of())
            .contains(item.substring(slash + 1));
  }

  /** The cells of a row that passed its own checks, by column. */
  record RawRow(long line, Map<String, String> cells) {}
}
