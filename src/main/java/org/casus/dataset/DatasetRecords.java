package org.casus.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.model.Attestation;
import org.casus.model.TableRow;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.source.GraphRows;
import org.casus.source.Located;

/** Collects the records of one data set under their kinds, gives out ids and attests. */
final class DatasetRecords {

  private final Dataset dataset;
  private final Map<String, List<Located<TableRow>>> byKind = new TreeMap<>();
  private final Map<String, Integer> timesUsed = new HashMap<>();
  private final Map<String, Long> lineByKey = new HashMap<>();

  DatasetRecords(Dataset dataset) {
    this.dataset = dataset;
  }

  void add(String kind, TableRow row, Location location) {
    byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(new Located<>(row, location));
  }

  /** The id, or the id with the next number if it was given out before. */
  String unused(String id) {
    int times = timesUsed.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "-" + times;
  }

  /** What a record rests on: a place in the data set, which nothing else confirms. */
  Attestation attestation(String locator, Optional<String> note) {
    return new Attestation(
        dataset.source(), List.of(locator), Optional.of("single"), List.of(), note);
  }

  /** Whether no row before had the same key; tells the line of the one that has it. */
  boolean isFirst(PublishedRow row, String key, Problems problems) {
    Long before = lineByKey.putIfAbsent(key, row.line());
    if (before != null) {
      problems.error(
          Rule.KEY_REPEATED,
          row.location(),
          key,
          "a row of its own; line " + before + " is of the same already",
          "Take a fresh copy of the published file, or remove one of the two rows");
    }
    return before == null;
  }

  List<GraphRows> rows() {
    List<GraphRows> rows = new ArrayList<>();
    byKind.forEach(
        (kind, records) -> rows.add(new GraphRows(dataset.graph(), kind, List.copyOf(records))));
    return List.copyOf(rows);
  }
}
