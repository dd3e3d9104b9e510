package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metadata files of the project are CSVW, and what they refer to exists. */
class MetadataFilesTest {

  private static final Set<String> INHERITED =
      Set.of(
          "aboutUrl",
          "datatype",
          "default",
          "lang",
          "null",
          "ordered",
          "propertyUrl",
          "required",
          "separator",
          "textDirection",
          "valueUrl");

  /**
   * The properties that the Metadata Vocabulary for Tabular Data (sections 5.3 to 5.11) gives each
   * kind of object, by the property that leads to it. The context is looked at by itself.
   */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "group",
          with(
              INHERITED,
              "@id",
              "@type",
              "dialect",
              "notes",
              "tableDirection",
              "tableSchema",
              "tables",
              "transformations"),
          "tables",
          with(
              INHERITED,
              "@id",
              "@type",
              "dialect",
              "notes",
              "suppressOutput",
              "tableDirection",
              "tableSchema",
              "transformations",
              "url"),
          "tableSchema",
          with(INHERITED, "@id", "@type", "columns", "foreignKeys", "primaryKey", "rowTitles"),
          "columns",
          with(INHERITED, "@id", "@type", "name", "suppressOutput", "titles", "virtual"),
          "foreignKeys",
          Set.of("columnReference", "reference"),
          "reference",
          Set.of("columnReference", "resource", "schemaReference"),
          "datatype",
          Set.of(
              "@id",
              "@type",
              "base",
              "format",
              "length",
              "maxExclusive",
              "maxInclusive",
              "maxLength",
              "maximum",
              "minExclusive",
              "minInclusive",
              "minLength",
              "minimum"),
          "dialect",
          Set.of(
              "@id",
              "@type",
              "commentPrefix",
              "delimiter",
              "doubleQuote",
              "encoding",
              "header",
              "headerRowCount",
              "lineTerminators",
              "quoteChar",
              "skipBlankRows",
              "skipColumns",
              "skipInitialSpace",
              "skipRows",
              "trim"));

  /** The kinds of object that may have properties of others; {@code dc} is predefined. */
  private static final Set<String> ANNOTATED = Set.of("group", "tables", "tableSchema", "columns");

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
    assertThat(text(json, "url")).isEqualTo(table.substring(table.lastIndexOf('/') + 1));
    assertThat(text(json, "dc:title")).isNotBlank();
    assertThat(text(json, "dc:description")).isNotBlank();
    JsonObject schema = json.get("tableSchema").getAsObject();
    assertThat(text(schema, "primaryKey")).isEqualTo("id");
    assertThat(text(schema, "aboutUrl"))
        .isEqualTo("https://w3id.org/casus/id/" + text(json, TableMetadata.KIND) + "/{id}");
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

  /** The files of the single tables, and the table group. */
  static Stream<String> documents() {
    return Stream.concat(
        tables().stream().map(table -> table + TableMetadata.SUFFIX),
        Stream.of(TableMetadata.GROUP));
  }

  /** CSVW allows the base and the language alone; the table group takes one context from all. */
  @ParameterizedTest
  @MethodSource("documents")
  void theContextHasALanguageAndNoPrefix(String document) {
    assertThat(document(document).get("@context"))
        .isEqualTo(JSON.parseAny("[\"http://www.w3.org/ns/csvw\", {\"@language\": \"en\"}]"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyKeyIsOfCsvwOrAnAbsoluteUrl(String document) {
    JsonObject json = document(document);
    json.remove("@context");
    assertThat(unknownKeys(json, json.hasKey("tables") ? "group" : "tables")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void foreignKeysLeadToTablesOfTheSameDocument(String document) {
    Map<String, JsonObject> tables = tablesOf(document(document));
    tables.forEach(
        (url, table) ->
            foreignKeys(table)
                .forEach(
                    key -> {
                      JsonObject target = key.get("reference").getAsObject();
                      assertThat(tables).as(url).containsKey(text(target, "resource"));
                      assertThat(columns(tables.get(text(target, "resource"))))
                          .extracting(column -> text(column, "name"))
                          .contains(text(target, "columnReference"));
                      assertThat(columns(table))
                          .as("columns of %s that hold one key", url)
                          .filteredOn(column -> !column.hasKey("separator"))
                          .extracting(column -> text(column, "name"))
                          .contains(text(key, "columnReference"));
                    }));
  }

  @Test
  void theGroupHasAllTablesAndAForeignKeyForEachReferenceToOne() {
    Map<String, JsonObject> group = tablesOf(document(TableMetadata.GROUP));
    assertThat(group.keySet()).containsExactlyElementsOf(tables());
    group.forEach(
        (table, json) -> {
          Map<String, String> keys = new TreeMap<>();
          foreignKeys(json)
              .forEach(
                  key ->
                      keys.put(
                          text(key, "columnReference"),
                          text(key.get("reference").getAsObject(), "resource")));
          Map<String, String> references = new TreeMap<>();
          for (Column column : TableMetadata.read(DataDirectory.PROJECT_DATA, table).columns()) {
            column
                .reference()
                .filter(file -> tables().contains(file) && !column.list())
                .ifPresent(file -> references.put(column.name(), file));
          }
          assertThat(keys).as(table).isEqualTo(references);
        });
    assertThat(group.values()).anyMatch(table -> !foreignKeys(table).isEmpty());
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

  private static Set<String> with(Set<String> inherited, String... own) {
    return Stream.concat(inherited.stream(), Stream.of(own)).collect(Collectors.toSet());
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

  /** Keys that CSVW does not know in an object of that kind, with the kind. */
  private static List<String> unknownKeys(JsonObject json, String kind) {
    List<String> unknown = new ArrayList<>();
    json.forEach(
        (key, value) -> {
          boolean common = key.startsWith("dc:") || key.startsWith("https://");
          if (common && ANNOTATED.contains(kind)) {
            return;
          }
          if (!KEYS.get(kind).contains(key)) {
            unknown.add(kind + ": " + key);
          } else if (KEYS.containsKey(key)) {
            (value.isArray() ? value.getAsArray().stream() : Stream.of(value))
                .filter(JsonValue::isObject)
                .forEach(part -> unknown.addAll(unknownKeys(part.getAsObject(), key)));
          }
        });
    return unknown;
  }

  /** The tables that a document describes, by URL. */
  private static Map<String, JsonObject> tablesOf(JsonObject document) {
    Map<String, JsonObject> tables = new LinkedHashMap<>();
    (document.hasKey("tables") ? document.get("tables").getAsArray().stream() : Stream.of(document))
        .map(JsonValue::getAsObject)
        .forEach(table -> tables.put(text(table, "url"), table));
    return tables;
  }

  private static List<JsonObject> foreignKeys(JsonObject table) {
    JsonObject schema = table.get("tableSchema").getAsObject();
    return schema.hasKey("foreignKeys")
        ? schema.get("foreignKeys").getAsArray().stream().map(JsonValue::getAsObject).toList()
        : List.of();
  }

  private static JsonObject json(String table) {
    return document(table + TableMetadata.SUFFIX);
  }

  private static JsonObject document(String name) {
    Path file = DataDirectory.PROJECT_DATA.resolve(name);
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
