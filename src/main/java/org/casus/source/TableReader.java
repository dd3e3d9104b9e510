package org.casus.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.CodeLists;
import org.casus.model.TableRow;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads one table and holds it to its contract. A fault of the file or of the header makes the
 * table unreadable, since every row would be wrong; a fault of a row leaves out that row and
 * reading goes on. A byte order mark and any line end are accepted.
 */
final class TableReader {

  /** Longest cell in characters; the longest gists have a few hundred. */
  static final int LONGEST_CELL = 65_536;

  /** What the parser may hold besides the cell that it reads. */
  private static final int READ_AHEAD = 16_384;

  private final Path dataDirectory;
  private final TableMetadata metadata;
  private final CellCheck cellCheck;
  private final Problems problems;
  private final Map<String, Long> lineById = new HashMap<>();
  private final List<ReferenceCheck.RawRow> rawRows = new ArrayList<>();

  TableReader(Path dataDirectory, TableMetadata metadata, CodeLists codes, Problems problems) {
    this.dataDirectory = dataDirectory;
    this.metadata = metadata;
    this.cellCheck = new CellCheck(metadata, codes, problems);
    this.problems = problems;
  }

  /** The rows that passed; empty if the table as a whole cannot be read. */
  Optional<LoadedTable> read(TableLoader<? extends TableRow> loader) {
    Path file = dataDirectory.resolve(metadata.table());
    try {
      if (!Files.isRegularFile(file)) {
        whole(
            Rule.FILE_MISSING,
            "",
            "the table " + metadata.table(),
            "Restore the file, at the least with its header");
        return Optional.empty();
      }
      Optional<Utf8.Fault> fault = Utf8.firstFault(file);
      if (fault.isPresent()) {
        problems.error(
            Rule.FILE_NOT_UTF8,
            Location.row(metadata.file(), fault.get().line()),
            fault.get().found(),
            "text in UTF-8",
            "Save the file as UTF-8; spreadsheets offer it as “CSV UTF-8”");
        return Optional.empty();
      }
      return records(file, loader);
    } catch (IOException | UncheckedIOException e) {
      whole(Rule.FILE_MISSING, "", "a readable file", "Look into its rights: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The ids of all rows read so far, also of those that did not pass: they can be referred to. */
  Set<String> ids() {
    return Set.copyOf(lineById.keySet());
  }

  /** The cells of the rows that passed, for the check of references. */
  List<ReferenceCheck.RawRow> rawRows() {
    return List.copyOf(rawRows);
  }

  private Optional<LoadedTable> records(Path file, TableLoader<? extends TableRow> loader)
      throws IOException {
    long line = 1;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .maxBufferSize(LONGEST_CELL + READ_AHEAD)
            .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        whole(Rule.FILE_EMPTY, "", "a header line: " + header(), "Begin the file with the header");
        return Optional.empty();
      }
      if (!headerPasses(records.next())) {
        return Optional.empty();
      }
      List<Located<TableRow>> rows = new ArrayList<>();
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        Location location = Location.row(metadata.file(), line);
        cells(row, location)
            .ifPresent(cells -> rows.add(new Located<>(loader.load(cells), location)));
      }
      return Optional.of(new LoadedTable(metadata, List.copyOf(rows), written(rows)));
    } catch (CsvParseException e) {
      unreadable(e, line);
      return Optional.empty();
    }
  }

  /** The cells of the rows, which are kept in the same order. */
  private List<WrittenRow> written(List<Located<TableRow>> rows) {
    List<WrittenRow> written = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      written.add(new WrittenRow(metadata, rawRows.get(i).cells(), rows.get(i).location()));
    }
    return List.copyOf(written);
  }

  private void unreadable(CsvParseException e, long lastLine) {
    String reason =
        String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    Location after = Location.row(metadata.file(), lastLine);
    if (reason.contains("buffer size")) {
      problems.error(
          Rule.CELL_TOO_LARGE,
          after,
          "",
          "no cell of more than " + LONGEST_CELL + " characters, yet one follows this row",
          "Look for a quotation mark that is never closed, or shorten the cell");
    } else {
      problems.error(
          Rule.FILE_NOT_CSV,
          after,
          "",
          "CSV as RFC 4180 has it, yet after this row: " + reason,
          "Put cells that hold commas or quotation marks in quotation marks and double those inside");
    }
  }

  private String header() {
    return String.join(",", metadata.columns().stream().map(Column::name).toList());
  }

  private boolean headerPasses(CsvRecord record) {
    List<String> expected = metadata.columns().stream().map(Column::name).toList();
    List<String> found = record.getFields();
    if (found.equals(expected)) {
      return true;
    }
    Set<String> missing = new HashSet<>(expected);
    found.forEach(missing::remove);
    Set<String> seen = new HashSet<>();
    boolean onlyOrder = true;
    for (String name : found) {
      Location cell = Location.cell(metadata.file(), 1, name);
      if (!seen.add(name)) {
        onlyOrder = false;
        problems.error(
            Rule.COLUMN_REPEATED, cell, name, "each column once", "Remove or rename one of them");
      } else if (!expected.contains(name)) {
        onlyOrder = false;
        Optional<String> meant = Spelling.nearest(name, missing);
        meant.ifPresent(missing::remove);
        problems.error(
            meant.isPresent() ? Rule.COLUMN_MISSPELT : Rule.COLUMN_UNKNOWN,
            cell,
            name,
            meant.map(word -> "the column “" + word + "”").orElse("only: " + header()),
            meant
                .map(word -> "Write “" + word + "” in the header")
                .orElse("Remove the column, or add it to the metadata file of the table"));
      }
    }
    for (String name : expected) {
      if (missing.contains(name)) {
        onlyOrder = false;
        problems.error(
            Rule.COLUMN_MISSING,
            Location.cell(metadata.file(), 1, name),
            "",
            "a column “" + name + "”",
            "Add it to the header, and a cell to each row, empty where nothing is known");
      }
    }
    if (onlyOrder) {
      problems.error(
          Rule.COLUMN_ORDER,
          Location.row(metadata.file(), 1),
          String.join(",", found),
          "the columns in this order: " + header(),
          "Put the columns in the order of the metadata file");
    }
    return false;
  }

  private Optional<Cells> cells(CsvRecord row, Location location) {
    int expected = metadata.columns().size();
    int found = row.getFieldCount();
    String id = row.getField(0);
    Long first = id.isEmpty() ? null : lineById.putIfAbsent(id, location.line());
    if (found != expected) {
      boolean tooShort = found < expected;
      problems.error(
          tooShort ? Rule.ROW_TOO_SHORT : Rule.ROW_TOO_LONG,
          location,
          found + (found == 1 ? " cell" : " cells"),
          expected + " cells, one for each column",
          tooShort
              ? "Add the missing cells, or remove the line if it is empty; if the row runs over"
                  + " several lines, a quotation mark is not closed"
              : "Look for a comma in a cell that is not in quotation marks");
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    boolean passes = true;
    for (int i = 0; i < expected; i++) {
      Column column = metadata.columns().get(i);
      values.put(column.name(), row.getField(i));
      passes &= cellCheck.passes(column, row.getField(i), location);
    }
    passes = passes && cellCheck.datesInOrder(values, location);
    if (first != null) {
      problems.error(
          Rule.KEY_REPEATED,
          Location.cell(metadata.file(), location.line(), "id"),
          id,
          "an id that no other row has; line " + first + " has it already",
          "Give one of the two rows another id, or remove it if both say the same");
      return Optional.empty();
    }
    if (!passes) {
      return Optional.empty();
    }
    rawRows.add(new ReferenceCheck.RawRow(location.line(), values));
    return Optional.of(new Cells(metadata, values));
  }

  private void whole(Rule rule, String value, String expectation, String cure) {
    problems.error(rule, Location.file(metadata.file()), value, expectation, cure);
  }
}
