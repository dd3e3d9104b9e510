package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import java.nio.file.Path;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata files that cannot be used. */
class TableMetadataTest {

  private static final String METADATA = "actors/offices.csv" + TableMetadata.SUFFIX;

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data = DataDirectory.in(directory);
  }

  @Test
  void missingMetadata() {
    data.without(METADATA);
    assertMalformed("");
  }

  @Test
  void emptyMetadata() {
    data.file(METADATA, "");
    assertMalformed("JSON");
  }

  @Test
  void malformedJson() {
    data.replaced(METADATA, "\"tableSchema\": {", "\"tableSchema\" {");
    assertMalformed("JSON");
  }

  @Test
  void arrayInPlaceOfAnObject() {
    data.file(METADATA, "[]");
    assertMalformed("JSON");
  }

  @Test
  void noSchema() {
    data.replaced(METADATA, "\"tableSchema\"", "\"schema\"");
    assertMalformed("tableSchema");
  }

  @Test
  void noColumns() {
    data.replaced(METADATA, "\"columns\"", "\"fields\"");
    assertMalformed("columns");
  }

  @Test
  void columnWithoutDatatype() {
    data.replaced(METADATA, "\"datatype\"", "\"type\"");
    assertMalformed("datatype");
  }

  @Test
  void unknownDatatype() {
    data.replaced(METADATA, "\"datatype\": \"string\"", "\"datatype\": \"text\"");
    assertMalformed("text");
  }

  @Test
  void unknownKindOfGraph() {
    data.replaced(METADATA, "tables#graph\": \"reference\"", "tables#graph\": \"facts\"");
    assertMalformed("");
  }

  @Test
  void noKind() {
    data.replaced(METADATA, "tables#kind", "tables#sort");
    assertMalformed("tables#kind");
  }

  @Test
  void foreignKeysOfASingleTable() {
    data.replaced(METADATA, "\"columns\"", "\"foreignKeys\": [], \"columns\"");
    assertMalformed("foreignKeys");
  }

  @Test
  void formatThatIsNoRegularExpression() {
    data.replaced(METADATA, "[a-z0-9]+(-[a-z0-9]+)*", "[a-z0-9+");
    assertMalformed("regular expression");
  }

  @Test
  void unknownCodeList() {
    data.replaced(METADATA, "\"fact-status\"", "\"fact-state\"");
    assertMalformed("fact-state");
  }

  /** One problem, of the metadata file, that names what is amiss. */
  private void assertMalformed(String expectation) {
    assertThat(data.told()).containsExactly(told(Rule.METADATA_MALFORMED, METADATA, 0, "", ""));
    assertThat(data.problems().get(0).expectation()).contains(expectation);
  }
}
