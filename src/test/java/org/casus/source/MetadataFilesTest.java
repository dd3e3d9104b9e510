package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metadata files of the project are CSVW, and what they refer to exists. */
class MetadataFilesTest {

  static List<String> tables() {
    return SourceReader.tables();
  }

  @Test
  void everyTableHasALoaderAndMetadataAndNothingElseDoes() throws IOException {
    assertThat(files(".csv" + TableMetadata.SUFFIX).map(MetadataFilesTest::withoutSuffix))
        .containsExactlyElementsOf(SourceReader.tables());
    assertThat(files(".csv")).containsExactlyElementsOf(SourceReader.tables());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void isCsvwInTheEssentials(String table) {
    JsonObject json = json(table);
    assertThat(json.get("@context").getAsArray().get(0).getAsString().value())
        .isEqualTo("http://www.w3.org/ns/csvw");
    assertThat(text(json, "url")).isEqualTo(table.substring(table.lastIndexOf('/') + 1));
    assertThat(text(json, "dc:title")).isNotBlank();
    assertThat(text(json, "dc:description")).isNotBlank();
    JsonObject schema = json.get("tableSchema").getAsObject();
    assertThat(text(schema, "primaryKey")).isEqualTo("id");
    assertThat(text(schema, "aboutUrl"))
        .isEqualTo("https://w3id.org/casus/id/" + text(json, "casus:kind") + "/{id}");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsAreNamedOnceAndDescribed(String table) {
    List<JsonObject> columns = columns(json(table));
    assertThat(columns.stream().map(column -> text(column, "name")))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"))
        .startsWith("id");
    assertThat(columns)
        .allSatisfy(
            column -> {
              assertThat(text(column, "titles")).isEqualTo(text(column, "name"));
              assertThat(text(column, "dc:description")).isNotBlank();
              if (column.hasKey("separator")) {
                assertThat(text(column, "separator")).isEqualTo(";");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void foreignKeysLeadToColumnsThatExist(String table) {
    JsonObject schema = json(table).get("tableSchema").getAsObject();
    if (!schema.hasKey("foreignKeys")) {
      return;
    }
    TableMetadata metadata = TableMetadata.read(DataDirectory.PROJECT_DATA, table);
    for (JsonValue key : schema.get("foreignKeys").getAsArray()) {
      String name = text(key.getAsObject(), "columnReference");
      JsonObject target = key.getAsObject().get("reference").getAsObject();
      Column column = metadata.column(name).orElseThrow(() -> new AssertionError(name));
      assertThat(column.list()).as("CSVW compares the whole cell %s", name).isFalse();
      assertThat(SourceReader.tables()).contains(column.reference().orElseThrow());
      assertThat(
              TableMetadata.read(DataDirectory.PROJECT_DATA, column.reference().orElseThrow())
                  .column(text(target, "columnReference")))
          .isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatColumnsReferToExists(String table) {
    TableMetadata metadata = TableMetadata.read(DataDirectory.PROJECT_DATA, table);
    assertThat(metadata.columns())
        .allSatisfy(
            column -> {
              column
                  .reference()
                  .filter(target -> !target.equals(Column.ANY_RECORD))
                  .ifPresent(
                      target ->
                          assertThat(DataDirectory.PROJECT_DATA.resolve(target)).isRegularFile());
              column
                  .codes()
                  .ifPresent(
                      list -> assertThat(DataDirectory.CODES.list(list)).as(list).isPresent());
              column
                  .notBefore()
                  .ifPresent(
                      other ->
                          assertThat(metadata.column(other).map(Column::type))
                              .isEqualTo(Optional.of(Column.Type.DATE)));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyPeriodIsHeldToItsOrder(String table) {
    TableMetadata metadata = TableMetadata.read(DataDirectory.PROJECT_DATA, table);
    if (metadata.column("start").isPresent()) {
      assertThat(metadata.column("end").orElseThrow().notBefore()).hasValue("start");
    }
  }

  private static Stream<String> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(DataDirectory.PROJECT_DATA)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .map(file -> DataDirectory.PROJECT_DATA.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String withoutSuffix(String file) {
    return file.substring(0, file.length() - TableMetadata.SUFFIX.length());
  }

  private static JsonObject json(String table) {
    Path file = DataDirectory.PROJECT_DATA.resolve(table + TableMetadata.SUFFIX);
    try (InputStream in = Files.newInputStream(file)) {
      return JSON.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonObject> columns(JsonObject json) {
    return json.get("tableSchema").getAsObject().get("columns").getAsArray().stream()
        .map(JsonValue::getAsObject)
        .toList();
  }

  private static String text(JsonObject json, String key) {
    assertThat(json.keys()).contains(key);
    return json.get(key).getAsString().value();
  }
}
