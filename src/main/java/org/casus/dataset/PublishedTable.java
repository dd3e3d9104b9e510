package org.casus.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * A published file whose header and row lengths have passed. Any line end, also a lone carriage
 * return, a byte order mark, empty lines and columns that are not needed are accepted; text that is
 * no UTF-8 is read as Windows-1252, with a warning.
 *
 * @param layout what kind of file it is
 * @param file name of the file in problems
 * @param rows the rows that have a cell for each column
 */
record PublishedTable(Layout layout, String file, List<PublishedRow> rows) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Largest file in bytes; the largest one that is imported has half a million. */
  static final int LARGEST_FILE = 32 * 1024 * 1024;

  private static final String FRESH_COPY = "Take a fresh copy of the published file";

  /**
   * Reads a file that should have one of some layouts.
   *
   * @param extent whether it may have fewer rows than were published
   * @return empty if the file as a whole cannot be used; rows of wrong length are left out. All of
   *     it is told in {@code problems}
   */
  static Optional<PublishedTable> read(
      String file, byte[] bytes, List<Layout> expected, Extent extent, Problems problems) {
    Location whole = Location.file(file);
    if (bytes.length > LARGEST_FILE) {
      problems.error(
          Rule.FILE_TOO_LARGE,
          whole,
          bytes.length + " bytes",
          "a file of at most " + LARGEST_FILE + " bytes",
          "Name " + described(expected));
      return Optional.empty();
    }
    Optional<String> text = text(file, bytes, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(false)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(text.get())) {
      records = reader.stream().toList();
    } catch (CsvParseException | java.io.UncheckedIOException | java.io.IOException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      problems.error(Rule.FILE_NOT_CSV, whole, "", "CSV, yet: " + reason.getMessage(), FRESH_COPY);
      return Optional.empty();
    }
    if (records.isEmpty()) {
      problems.error(
          Rule.FILE_EMPTY, whole, "", described(expected), "Name the file as it was published");
      return Optional.empty();
    }
    List<String> header = records.get(0).getFields();
    Optional<Layout> layout = layout(file, header, expected, problems);
    if (layout.isEmpty() || repeats(file, header, layout.get(), problems)) {
      return Optional.empty();
    }
    List<PublishedRow> rows = rows(file, header, records, problems);
    if (records.size() == 1) {
      problems.error(Rule.FILE_EMPTY, whole, "", "rows after the header", FRESH_COPY);
    } else {
      compareCount(file, records.size() - 1, layout.get().publishedRows(), extent, problems);
    }
    return Optional.of(new PublishedTable(layout.get(), file, rows));
  }

  /** A file that was cut off between two rows is only known by its number of rows. */
  private static void compareCount(
      String file, int found, int published, Extent extent, Problems problems) {
    Location whole = Location.file(file);
    String value = found + (found == 1 ? " row" : " rows");
    String expectation = published + " rows, as many as the published file has";
    if (found < published && extent == Extent.WHOLE) {
      problems.error(
          Rule.ROW_COUNT,
          whole,
          value,
          expectation,
          "The file seems to be cut off. "
              + FRESH_COPY
              + ", or add --partial if rows were left out on purpose");
    } else if (found != published) {
      problems.warning(
          Rule.ROW_COUNT,
          whole,
          value,
          expectation,
          "If this file should be complete, take a fresh copy");
    }
  }

  private static Optional<String> text(String file, byte[] bytes, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, WINDOWS_1252);
      problems.warning(
          Rule.FILE_NOT_UTF8,
          Location.file(file),
          "",
          "text in UTF-8; the file was read as Windows-1252",
          "Look whether names with accents are right in the file");
    }
    if (text.indexOf('\0') >= 0) {
      problems.error(
          Rule.FILE_NOT_CSV,
          Location.file(file),
          "a zero byte",
          "a text file",
          "Name the CSV file, not a spreadsheet or an archive, and not one saved as UTF-16");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Optional<Layout> layout(
      String file, List<String> header, List<Layout> expected, Problems problems) {
    Optional<Layout> fitting = expected.stream().filter(layout -> layout.fits(header)).findFirst();
    if (fitting.isPresent()) {
      return fitting;
    }
    Layout nearest = nearest(header, expected);
    List<String> missing = missing(header, nearest);
    Optional<Layout> other = Layout.of(header);
    boolean mostAreMissing = 2 * missing.size() > nearest.columns().size();
    if (other.isPresent() && (mostAreMissing || other.get().isTypicalOf(header, expected))) {
      problems.error(
          Rule.FILE_OF_OTHER_DATASET,
          Location.row(file, 1),
          String.join(",", header),
          described(expected) + "; by its columns this file holds " + other.get().description(),
          "Name the right file, or import this one under the name of its own data set");
    } else if (mostAreMissing) {
      problems.error(
          Rule.FILE_UNKNOWN,
          Location.row(file, 1),
          String.join(",", header),
          described(expected) + ", with columns such as " + nearest.columns().get(0),
          "Name the file as it was published");
    } else {
      missing.forEach(
          column ->
              problems.error(
                  Rule.COLUMN_MISSING,
                  Location.cell(file, 1, column),
                  "",
                  "a column “" + column + "”",
                  FRESH_COPY + " of " + nearest.description()));
    }
    return Optional.empty();
  }

  private static Layout nearest(List<String> header, List<Layout> expected) {
    Layout nearest = expected.get(0);
    for (Layout layout : expected) {
      if (missing(header, layout).size() < missing(header, nearest).size()) {
        nearest = layout;
      }
    }
    return nearest;
  }

  private static List<String> missing(List<String> header, Layout layout) {
    Set<String> found = new HashSet<>();
    header.forEach(name -> found.add(Layout.folded(name)));
    return layout.columns().stream().filter(name -> !found.contains(Layout.folded(name))).toList();
  }

  private static boolean repeats(
      String file, List<String> header, Layout layout, Problems problems) {
    boolean repeats = false;
    for (String column : layout.columns()) {
      if (header.stream().filter(name -> Layout.folded(name).equals(Layout.folded(column))).count()
          > 1) {
        repeats = true;
        problems.error(
            Rule.COLUMN_REPEATED,
            Location.cell(file, 1, column),
            column,
            "each column once",
            FRESH_COPY);
      }
    }
    return repeats;
  }

  private static List<PublishedRow> rows(
      String file, List<String> header, List<CsvRecord> records, Problems problems) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      positions.put(Layout.folded(header.get(i)), i);
    }
    List<PublishedRow> rows = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      CsvRecord record = records.get(i);
      long line = record.getStartingLineNumber();
      int found = record.getFieldCount();
      if (found != header.size()) {
        boolean cutOff = found < header.size() && i == records.size() - 1;
        problems.error(
            found < header.size() ? Rule.ROW_TOO_SHORT : Rule.ROW_TOO_LONG,
            Location.row(file, line),
            found + (found == 1 ? " cell" : " cells"),
            header.size() + " cells, one for each column",
            cutOff ? "The file seems to be cut off here. " + FRESH_COPY : FRESH_COPY);
        continue;
      }
      Map<String, String> cells = new HashMap<>();
      positions.forEach((column, at) -> cells.put(column, record.getField(at).strip()));
      rows.add(new PublishedRow(file, line, cells, problems));
    }
    return List.copyOf(rows);
  }

  private static String described(List<Layout> layouts) {
    return String.join(" or ", layouts.stream().map(Layout::description).toList());
  }

  /** Tells each version that is not the one that the data set should have, once. */
  void checkVersion(String column, List<String> accepted, Problems problems) {
    Set<String> told = new HashSet<>(accepted);
    for (PublishedRow row : rows) {
      if (told.add(row.text(column))) {
        problems.error(
            Rule.VERSION_UNKNOWN,
            row.cell(column),
            row.text(column),
            "version " + accepted.get(0) + " in every row",
            "Name the file of this version; others have other columns and codes");
      }
    }
  }
}
