package org.casus.query;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a query must give on the curated data with the defaults of its parameters: {@code
 * NAME.expected.csv} beside {@code NAME.rq}, in the SPARQL CSV format, so that the answer itself
 * can be saved as the expectation once somebody has read it.
 *
 * <p>Rows count as often as they occur; their order is not compared.
 */
public final class ExpectedRows {
  static final String SUFFIX = ".expected.csv";

  private final List<String> columns;
  private final List<List<String>> rows;

  private ExpectedRows(List<List<String>> lines) {
    this.columns = lines.isEmpty() ? List.of() : lines.get(0);
    this.rows = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
  }

  /** Where the rows of a question are in the directory of the questions; there may be no file. */
  public static Path file(Path queries, String name) {
    return queries.resolve(name + SUFFIX);
  }

  /**
   * Reads an expectation.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  public static ExpectedRows read(Path file) {
    try {
      return new ExpectedRows(parse(Files.readString(file)));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read the expected rows " + file, fault);
    }
  }

  /**
   * Makes an answer the expectation. Only ever at a person's express wish.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public static void record(ResultTable answer, Path file) {
    try {
      Files.writeString(file, ResultRendering.CSV.render(answer).replace("\r\n", "\n"));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write the expected rows " + file, fault);
    }
  }

  /** The columns, in order. */
  public List<String> columns() {
    return columns;
  }

  /** The rows as they stand in the file, with a cell for each column. */
  public List<List<String>> rows() {
    return rows;
  }

  /** Holds an answer against this expectation. */
  public Comparison compare(ResultTable answer) {
    List<List<String>> actual = parse(ResultRendering.CSV.render(answer));
    List<String> actualColumns = answer.columns();
    List<List<String>> missing = new ArrayList<>(rows);
    List<List<String>> surplus = new ArrayList<>();
    for (List<String> row : actual.subList(1, actual.size())) {
      if (!missing.remove(row)) {
        surplus.add(row);
      }
    }
    return new Comparison(columns, actualColumns, missing, surplus);
  }

  private static List<List<String>> parse(String csv) {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
      reader.forEach(line -> lines.add(List.copyOf(line.getFields())));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return lines;
  }

  /**
   * What differs.
   *
   * @param expectedColumns the header of the file
   * @param actualColumns the columns of the answer
   * @param missing expected, but not in the answer
   * @param surplus in the answer, but not expected
   */
  public record Comparison(
      List<String> expectedColumns,
      List<String> actualColumns,
      List<List<String>> missing,
      List<List<String>> surplus) {

    /** Whether nothing differs. */
    public boolean matches() {
      return expectedColumns.equals(actualColumns) && missing.isEmpty() && surplus.isEmpty();
    }

    /** One line per difference; empty when there is none. */
    public String describe() {
      StringBuilder out = new StringBuilder();
      if (!expectedColumns.equals(actualColumns)) {
        out.append("columns: expected ")
            .append(String.join(",", expectedColumns))
            .append(", got ")
            .append(String.join(",", actualColumns))
            .append('\n');
      }
      missing.forEach(row -> out.append("missing: ").append(String.join(" | ", row)).append('\n'));
      surplus.forEach(row -> out.append("surplus: ").append(String.join(" | ", row)).append('\n'));
      return out.toString();
    }
  }
}
