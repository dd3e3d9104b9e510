package org.casus.wikidata;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.casus.source.SourceReader;
import org.casus.store.DurableFiles;

/**
 * Writes what a search found into the curated table of links, in its canonical form and in one
 * step, so that a reader sees the old table or the new one.
 */
public final class LinkFile {

  private static final double HIGH = 0.9;
  private static final double MEDIUM = 0.8;

  /** Bibliography key of what was found on Wikidata itself. */
  private static final String SOURCE = "wikidata";

  private final Path file;

  /** The table in a data directory. */
  public LinkFile(Path dataDirectory) {
    this.file = dataDirectory.resolve(SourceReader.WIKIDATA_LINKS);
  }

  /**
   * Adds a row for each candidate, with the status {@code candidate}; it takes the place of the row
   * that said that nothing was found. A thing without any row gets one that says so. Other rows
   * stay as they are.
   *
   * @param findings what was found, a line or more for each thing
   * @param where where it was looked for
   * @param day when
   * @return how many rows were added or changed
   * @throws IOException if the table cannot be read or written; it is then as it was
   */
  public int add(List<Finding> findings, String where, LocalDate day) throws IOException {
    List<String> header;
    Map<String, List<String>> rows = new TreeMap<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<CsvRecord> records = reader.stream().toList();
      header = records.get(0).getFields();
      records.subList(1, records.size()).forEach(row -> rows.put(row.getField(0), row.getFields()));
    }
    int entity = header.indexOf("entity");
    int status = header.indexOf("status");
    int changed = 0;
    for (Finding finding : findings) {
      List<List<String>> ofEntity =
          rows.values().stream()
              .filter(row -> row.get(entity).equals(finding.entity()))
              .filter(row -> !row.get(status).equals("rejected"))
              .toList();
      boolean replaceable = ofEntity.stream().allMatch(row -> row.get(status).equals("not-found"));
      if (finding.isCandidate() ? replaceable : ofEntity.isEmpty()) {
        Map<String, String> row = row(finding, where, day);
        rows.put(row.get("id"), header.stream().map(name -> row.getOrDefault(name, "")).toList());
        changed++;
      }
    }
    if (changed > 0) {
      DurableFiles.replace(file, text(header, rows));
    }
    return changed;
  }

  private static Map<String, String> row(Finding finding, String where, LocalDate day) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", finding.entity().replace('/', '-'));
    row.put("entity", finding.entity());
    row.put("checked_on", day.toString());
    row.put("source", SOURCE);
    if (finding.isCandidate()) {
      row.put("relation", "same-as");
      row.put("qid", finding.qid());
      row.put("status", Finding.CANDIDATE);
      row.put(
          "confidence",
          finding.score() >= HIGH ? "high" : finding.score() >= MEDIUM ? "medium" : "low");
      row.put(
          "evidence",
          plain(
              String.format(Locale.ROOT, "Score %.2f on %s: ", finding.score(), where)
                  + String.join("; ", finding.reasons())
                  + "."));
      row.put("locator", finding.qid());
    } else {
      row.put("status", "not-found");
      row.put(
          "evidence",
          plain(
              "Searched on "
                  + where
                  + (finding.qid().isEmpty()
                      ? "; no item bears the name."
                      : "; items bear the name, and none of them fits well enough.")));
      row.put("locator", "search");
    }
    return row;
  }

  /** Labels of others may hold line breaks and doubled blanks, which the table does not allow. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String text(List<String> header, Map<String, List<String>> rows)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      new ArrayList<>(rows.values()).forEach(csv::writeRecord);
    }
    return text.toString();
  }
}
