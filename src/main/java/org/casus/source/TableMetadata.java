package org.casus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.casus.model.CodeLists;

/**
 * The contract of one table, read from its CSVW metadata file. Casus reads the part of CSVW that
 * its tables use and adds, under absolute URLs as CSVW demands: the graph and kind of the records,
 * the code list of a column, the file that its keys refer to, and the date that another must not
 * precede. Foreign keys of CSVW stand in the table group alone, since both tables of one must be in
 * the same document.
 *
 * @param table the table's file relative to the data directory, such as {@code actors/actors.csv}
 * @param description what one row is
 * @param graph {@code reference} for facts that the parties do not contest, {@code article} for
 *     what the article in the column {@code source} reports, {@code wikidata} for links
 * @param kind kind of the records, the last but one part of their IRIs
 * @param columns the columns in order
 */
public record TableMetadata(
    String table, String description, Graph graph, String kind, List<Column> columns) {

  /** How the name of a metadata file is made from that of its table. */
  public static final String SUFFIX = "-metadata.json";

  /**
   * The table group of all tables with their foreign keys, relative to the data directory. It is
   * generated for the tools of others; Casus does not read it.
   */
  public static final String GROUP = "csv-metadata.json";

  /** What the properties begin with that Casus adds to CSVW; they are no terms of the ontology. */
  private static final String NAMESPACE = "https://w3id.org/casus/tables#";

  /** The file that the keys in a column refer to, relative to the document that says so. */
  public static final String REFERENCES = NAMESPACE + "references";

  private static final String GRAPH = NAMESPACE + "graph";
  static final String KIND = NAMESPACE + "kind";
  private static final String CODES = NAMESPACE + "codes";
  private static final String NOT_BEFORE = NAMESPACE + "notBefore";
  private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1";
  private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

  /** In which kind of graph the rows of a table end. */
  public enum Graph {
    REFERENCE,
    ARTICLE,
    WIKIDATA;

    /** Name of the graph of a record that rests on a work, without the namespace. */
    public String nameFor(String source) {
      return switch (this) {
        case REFERENCE -> "reference";
        case ARTICLE -> "article/" + source;
        case WIKIDATA -> "wikidata";
      };
    }
  }

  /** The table's file as a problem names it: relative to the project. */
  String file() {
    return SourceReader.ROOM + table;
  }

  /** The column of that name, if the table has one. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /**
   * Reads the metadata of a table.
   *
   * @throws MetadataException if the file is absent or says something that Casus does not know
   */
  static TableMetadata read(Path dataDirectory, String table) {
    Path file = dataDirectory.resolve(table + SUFFIX);
    try (InputStream in = Files.newInputStream(file)) {
      return parse(table, JSON.parse(in));
    } catch (IOException e) {
      throw new MetadataException("a readable metadata file beside the table", e);
    } catch (JsonException | IllegalArgumentException e) {
      throw new MetadataException("CSVW metadata in JSON, yet: " + e.getMessage(), e);
    }
  }

  /**
   * The same contract, once it is known that the ontology has the code lists that it names.
   *
   * @throws MetadataException if one is missing
   */
  TableMetadata checkedAgainst(CodeLists known) {
    for (Column column : columns) {
      if (column.codes().isPresent() && known.list(column.codes().get()).isEmpty()) {
        throw new MetadataException(
            "codes that the ontology has; it has none called “"
                + column.codes().get()
                + "”, which the column "
                + column.name()
                + " asks for");
      }
    }
    return this;
  }

  private static TableMetadata parse(String table, JsonObject json) {
    JsonObject schema = object(json, "tableSchema");
    if (schema.hasKey("foreignKeys")) {
      throw new IllegalArgumentException(
          "“foreignKeys” stand in the table group alone; name the other table by “"
              + REFERENCES
              + "” of the column");
    }
    List<Column> columns = new ArrayList<>();
    if (!schema.hasKey("columns") || !schema.get("columns").isArray()) {
      throw new IllegalArgumentException("there is no list “columns”");
    }
    for (JsonValue column : schema.get("columns").getAsArray()) {
      columns.add(column(table, column.getAsObject()));
    }
    return new TableMetadata(
        table,
        string(json, "dc:description"),
        Graph.valueOf(string(json, GRAPH).toUpperCase(java.util.Locale.ROOT)),
        string(json, KIND),
        List.copyOf(columns));
  }

  private static Column column(String table, JsonObject json) {
    String name = string(json, "name");
    if (!json.hasKey("datatype")) {
      throw new IllegalArgumentException("the column " + name + " has no “datatype”");
    }
    JsonValue datatype = json.get("datatype");
    return new Column(
        name,
        string(json, "dc:description"),
        type(name, datatype),
        datatype.isObject() ? pattern(datatype.getAsObject()) : Optional.empty(),
        json.hasKey("separator"),
        json.hasKey("required") && json.get("required").getAsBoolean().value(),
        optional(json, "propertyUrl"),
        optional(json, REFERENCES).map(target -> fromDataDirectory(table, target)),
        optional(json, CODES),
        optional(json, NOT_BEFORE));
  }

  private static Column.Type type(String column, JsonValue datatype) {
    String base =
        datatype.isString()
            ? datatype.getAsString().value()
            : optional(datatype.getAsObject(), "@id")
                .orElseGet(() -> string(datatype.getAsObject(), "base"));
    return switch (base) {
      case "string" -> Column.Type.STRING;
      case "boolean" -> Column.Type.BOOLEAN;
      case "integer" -> Column.Type.INTEGER;
      case EDTF -> Column.Type.DATE;
      case WKT -> Column.Type.POINT;
      default ->
          throw new IllegalArgumentException(
              "the datatype " + base + " of the column " + column + " is not one that Casus reads");
    };
  }

  private static Optional<Pattern> pattern(JsonObject datatype) {
    try {
      return optional(datatype, "format").map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("the format is no regular expression", e);
    }
  }

  private static String fromDataDirectory(String table, String target) {
    if (target.equals(Column.ANY_RECORD)) {
      return target;
    }
    return Path.of(table).resolveSibling(target).normalize().toString().replace('\\', '/');
  }

  private static JsonObject object(JsonObject json, String key) {
    if (!json.hasKey(key) || !json.get(key).isObject()) {
      throw new IllegalArgumentException("there is no object “" + key + "”");
    }
    return json.get(key).getAsObject();
  }

  private static String string(JsonObject json, String key) {
    return optional(json, key)
        .orElseThrow(() -> new IllegalArgumentException("there is no text “" + key + "”"));
  }

  private static Optional<String> optional(JsonObject json, String key) {
    return json.hasKey(key) && json.get(key).isString()
        ? Optional.of(json.get(key).getAsString().value())
        : Optional.empty();
  }

  /** The metadata of a table cannot be used; the message says what was expected. */
  static final class MetadataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MetadataException(String message) {
      super(message);
    }

    MetadataException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
