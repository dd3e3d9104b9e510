package org.casus.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.EdtfDate;
import org.casus.model.Work;
import org.casus.problem.Location;
import org.casus.source.Column;
import org.casus.source.CuratedData;
import org.casus.source.LoadedTable;
import org.casus.source.Located;
import org.casus.source.TableMetadata;
import org.casus.source.WrittenRow;

/** Curated data made of rows as they are written, with no more columns than a test needs. */
public final class WrittenTables {

  private static final Set<String> DATES = Set.of("date", "start", "end");
  private static final Set<String> ACTORS = Set.of("speakers", "entitled", "responsible", "actor");

  private final Map<String, List<WrittenRow>> tables = new LinkedHashMap<>();
  private final List<Located<Work>> works = new ArrayList<>();

  /** Adds a row: the table, the kind of its records, then columns and cells by turns. */
  public WrittenTables row(String table, String kind, String... cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      values.put(cells[i], cells[i + 1]);
    }
    List<Column> columns = values.keySet().stream().sorted().map(WrittenTables::column).toList();
    TableMetadata metadata =
        new TableMetadata(table, "A row", TableMetadata.Graph.ARTICLE, kind, columns);
    List<WrittenRow> rows = tables.computeIfAbsent(table, name -> new ArrayList<>());
    rows.add(new WrittenRow(metadata, values, Location.row(table, rows.size() + 2)));
    return this;
  }

  /** Adds a work of the bibliography. */
  public WrittenTables work(String key, String title, String issued) {
    works.add(
        new Located<>(
            new Work(
                key,
                "article",
                title,
                title,
                List.of(),
                List.of(),
                Optional.of(EdtfDate.parse(issued)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "consulted",
                Optional.empty()),
            Location.file("bibliography.bib")));
    return this;
  }

  public CuratedData data() {
    List<LoadedTable> loaded = new ArrayList<>();
    tables.values().stream()
        .map(rows -> new LoadedTable(rows.get(0).metadata(), List.of(), rows))
        .forEach(loaded::add);
    return new CuratedData(works, loaded);
  }

  private static Column column(String name) {
    Optional<String> none = Optional.empty();
    return new Column(
        name,
        "What it tells",
        DATES.contains(name) ? Column.Type.DATE : Column.Type.STRING,
        Optional.empty(),
        false,
        false,
        none,
        ACTORS.contains(name) ? Optional.of("actors/actors.csv") : none,
        none,
        none);
  }
}
