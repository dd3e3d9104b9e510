package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Curated tables are kept in one form, so that a change of one fact is a change of one line: UTF-8
 * without a byte order mark, LF, rows in order of their ids, quotation marks only where needed.
 */
class CanonicalFormTest {

  static List<String> tables() {
    return SourceReader.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableIsCanonical(String table) throws IOException {
    Path file = DataDirectory.PROJECT_DATA.resolve(table);
    String text = strictUtf8(Files.readAllBytes(file));
    List<List<String>> records = records(text);
    List<List<String>> rows = records.subList(1, records.size());
    List<String> ids = rows.stream().map(row -> row.get(0)).toList();
    for (int i = 1; i < ids.size(); i++) {
      assertThat(ids.get(i - 1))
          .as("%s:%d: the id %s comes too late in the order", file, i + 2, ids.get(i))
          .isLessThan(ids.get(i));
    }
    assertSame(file.toString(), text, written(records));
  }

  @Test
  void bibliographyIsInOrderOfKeysWithoutWindowsLineEnds() throws IOException {
    Path file = DataDirectory.PROJECT_DATA.resolve(SourceReader.BIBLIOGRAPHY);
    String text = strictUtf8(Files.readAllBytes(file));
    assertThat(text).doesNotContain("\r").doesNotContain("\uFEFF").endsWith("}\n");
    List<String> keys =
        text.lines()
            .filter(line -> line.startsWith("@"))
            .map(line -> line.substring(line.indexOf('{') + 1, line.length() - 1))
            .toList();
    assertThat(keys).isSorted().doesNotHaveDuplicates();
  }

  private static String strictUtf8(byte[] bytes) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static List<List<String>> records(String text) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    }
  }

  private static String written(List<List<String>> records) throws IOException {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      records.forEach(writer::writeRecord);
    }
    return out.toString();
  }

  private static void assertSame(String file, String found, String canonical) {
    if (found.equals(canonical)) {
      return;
    }
    String[] foundLines = found.split("\n", -1);
    String[] canonicalLines = canonical.split("\n", -1);
    int line = 0;
    while (line < Math.min(foundLines.length, canonicalLines.length)
        && foundLines[line].equals(canonicalLines[line])) {
      line++;
    }
    fail(
        "%s:%d is not in canonical form%n  found    %s%n  expected %s",
        file,
        line + 1,
        line < foundLines.length ? foundLines[line] : "(end of file)",
        line < canonicalLines.length ? canonicalLines[line] : "(end of file)");
  }
}
