package org.casus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.source.Column;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * How often each side speaks, is said to be entitled, responsible or bound, is judged well or badly
 * and is mentioned, with the mean length of the gists in words. A row in which both sides have the
 * same part counts for each of them.
 */
public final class BalanceReport {

  private static final String ACTORS = "actors/actors.csv";
  private static final String STATEMENTS = "statements/statements.csv";
  private static final String CLAIMS = "statements/claims.csv";
  private static final String GIST = "gist";

  /** Rows with their total length in words. */
  private record Tally(int rows, int words) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally other) {
      return new Tally(rows + other.rows, words + other.words);
    }

    String told() {
      return rows == 0 ? "0" : String.format(Locale.ROOT, "%d (%.1f)", rows, (double) words / rows);
    }
  }

  private final CuratedData data;
  private final Sides sides;
  private final Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();

  public BalanceReport(CuratedData data, List<Side> sides) {
    this.data = data;
    this.sides = new Sides(data, sides);
    count("statements, as speaker", STATEMENTS, "speakers", row -> "");
    count("statements, as addressee", STATEMENTS, "addressees", row -> "");
    count("claims, as entitled", CLAIMS, "entitled", row -> "");
    count("claims, as responsible", CLAIMS, "responsible", row -> "");
    count("claims, as bound", CLAIMS, "committed", row -> "");
    count("claims, as evaluated", CLAIMS, "evaluated", row -> "");
    count("claims, as evaluated, ", CLAIMS, "evaluated", row -> row.text("valence").orElse(""));
    countGists();
  }

  private void count(
      String part, String table, String column, Function<WrittenRow, String> detail) {
    data.writtenRows(table)
        .forEach(row -> add(part + detail.apply(row), sides.of(row.list(column)), row));
  }

  /** All rows with a gist that mention an actor of a side in any column. */
  private void countGists() {
    data.writtenRows()
        .filter(row -> row.text(GIST).isPresent())
        .forEach(row -> add("gists of all tables that mention", sides.of(actors(row)), row));
  }

  private static List<String> actors(WrittenRow row) {
    return row.metadata().columns().stream()
        .filter(column -> column.reference().filter(ACTORS::equals).isPresent())
        .map(Column::name)
        .flatMap(column -> row.list(column).stream())
        .distinct()
        .toList();
  }

  private void add(String part, List<String> found, WrittenRow row) {
    int words = row.text(GIST).map(gist -> gist.split(" ").length).orElse(0);
    for (String side : found) {
      tallies
          .computeIfAbsent(part, any -> new LinkedHashMap<>())
          .merge(side, new Tally(1, words), Tally::plus);
    }
  }

  /** The report: who belongs to the sides, then the numbers as a table. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    sides.names().forEach(side -> lines.add(side + ": " + String.join(", ", sides.members(side))));
    lines.add("");
    List<String> columns = Stream.concat(sides.names().stream(), Stream.of(Sides.OTHERS)).toList();
    lines.add(line("number (mean length of the gist in words)", columns));
    tallies.forEach(
        (part, bySide) ->
            lines.add(
                line(
                    part,
                    columns.stream()
                        .map(side -> bySide.getOrDefault(side, Tally.NONE).told())
                        .toList())));
    return lines;
  }

  private static String line(String part, List<String> cells) {
    StringBuilder line = new StringBuilder("%-42s".formatted(part));
    cells.forEach(cell -> line.append("  %14s".formatted(cell)));
    return line.toString();
  }
}
