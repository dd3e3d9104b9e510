package org.casus.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * Every passage of the articles with the records that point to it, or else with the reason why
 * there is none. Works from the table of passages and needs no text.
 */
public final class CoverageReport {

  /** The table of all passages of the articles, relative to the data directory. */
  public static final String PASSAGES = "coverage/passages.csv";

  /** The table of reasons for passages without records. */
  public static final String UNCURATED = "coverage/uncurated.csv";

  private static final String TABLES_ABOUT_CURATION = "coverage/";

  private record Place(String article, String locator) {}

  private record Count(int withRecords, int explained, int unexplained) {
    Count plus(boolean hasRecords, boolean hasReason) {
      return hasRecords
          ? new Count(withRecords + 1, explained, unexplained)
          : new Count(
              withRecords, explained + (hasReason ? 1 : 0), unexplained + (hasReason ? 0 : 1));
    }

    int total() {
      return withRecords + explained + unexplained;
    }
  }

  private final CuratedData data;
  private final Map<Place, List<String>> records = new HashMap<>();
  private final Map<Place, String> reasons = new HashMap<>();

  public CoverageReport(CuratedData data) {
    this.data = data;
    data.writtenRows()
        .filter(row -> !row.metadata().table().startsWith(TABLES_ABOUT_CURATION))
        .forEach(
            row ->
                places(row)
                    .distinct()
                    .forEach(
                        place ->
                            records
                                .computeIfAbsent(place, any -> new ArrayList<>())
                                .add(row.name())));
    data.writtenRows(UNCURATED)
        .forEach(
            row -> places(row).forEach(place -> reasons.put(place, row.text("reason").orElse(""))));
  }

  private static Stream<Place> places(WrittenRow row) {
    return Stream.concat(row.locators().stream(), row.list("reference").stream())
        .map(locator -> new Place(row.source(), locator));
  }

  /**
   * The report: a line for each passage in the order of the articles, then a line of counts each.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Map<String, Count> counts = new TreeMap<>();
    passages()
        .forEach(
            place -> {
              List<String> names = records.getOrDefault(place, List.of());
              boolean hasReason = reasons.containsKey(place);
              counts.merge(
                  place.article,
                  new Count(0, 0, 0).plus(!names.isEmpty(), hasReason),
                  CoverageReport::sum);
              lines.add(place.article + " " + place.locator + ": " + told(place, names));
            });
    counts.forEach(
        (article, count) ->
            lines.add(
                article
                    + ": "
                    + count.total()
                    + " passages, "
                    + count.withRecords
                    + " with records, "
                    + count.explained
                    + " with a reason why there is none, "
                    + count.unexplained
                    + " with neither"));
    return lines.isEmpty() ? List.of("The table " + PASSAGES + " has no rows.") : lines;
  }

  private Stream<Place> passages() {
    return data.writtenRows(PASSAGES)
        .flatMap(row -> row.locators().stream().map(locator -> new Place(row.source(), locator)))
        .sorted(
            java.util.Comparator.comparing(Place::article)
                .thenComparing(place -> LocatorOrder.key(place.locator))
                .thenComparing(Place::locator));
  }

  private String told(Place place, List<String> names) {
    if (names.isEmpty()) {
      return reasons.containsKey(place)
          ? "no record: " + reasons.get(place)
          : "NO RECORD AND NO REASON";
    }
    return names.size()
        + (names.size() == 1 ? " record: " : " records: ")
        + String.join(", ", names);
  }

  private static Count sum(Count left, Count right) {
    return new Count(
        left.withRecords + right.withRecords,
        left.explained + right.explained,
        left.unexplained + right.unexplained);
  }
}
