package org.casus.api;

import static org.casus.api.Json.array;
import static org.casus.api.Json.object;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.casus.http.ServedBuild;
import org.casus.query.CatalogueQuery;
import org.casus.query.Parameter;
import org.casus.query.ParameterType;
import org.casus.query.ResultColumn;
import org.casus.query.ResultRendering;

/**
 * The description of the API in OpenAPI 3.1. What is the same for all builds stands in {@code
 * openapi/frame.json}; the questions of a build are put into that.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI Specification 3.1.0</a>
 */
final class OpenApi {
  private static final String REF = "$ref";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String SEARCH = "search";

  /** What can go wrong: statuses and the names of their descriptions. */
  private static final Map<String, String> ERRORS =
      Map.of(
          "400", "BadRequest",
          "406", "NotAcceptable",
          "409", "DatasetsMissing",
          "413", "TooManyRows",
          "503", "Unavailable");

  private final Questions questions;
  private final Set<String> kinds;
  private final JsonObject frame = frame();
  private final JsonObject schemas = frame.getObj("components").getObj("schemas");

  private OpenApi(Questions questions, Set<String> kinds) {
    this.questions = questions;
    this.kinds = kinds;
  }

  static Body body(HttpServletRequest request) {
    OpenApi description = new OpenApi(Questions.of(request), SearchIndex.of(request).kinds());
    String version = ServedBuild.of(request).info().programVersion();
    // Without line ends, which would make up half of it.
    return new Body(
        Formats.JSON, JSON.toStringFlat(description.document(Addresses.site(request), version)));
  }

  private static JsonObject frame() {
    try (InputStream in =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi/frame.json"))) {
      return JSON.parse(in);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private JsonObject document(String site, String version) {
    frame.getObj("info").put("version", version);
    frame.put("servers", array(List.of(object("url", site))));
    Set<String> tags = new LinkedHashSet<>(questions.themes().keySet());
    tags.add(SEARCH);
    frame.put("tags", array(tags.stream().map(tag -> object("name", tag)).toList()));
    JsonObject paths = frame.getObj("paths");
    paths.put(ApiServlet.SEARCH, object("get", search()));
    questions
        .all()
        .forEach(query -> paths.put(ApiServlet.PATH + query.name(), object("get", ask(query))));
    return frame;
  }

  private JsonObject search() {
    JsonObject words = object("type", "string", "minLength", 1, "maxLength", Search.LONGEST);
    JsonObject limit =
        object("type", "integer", "minimum", 1, "maximum", Search.MOST, "default", Search.USUAL);
    JsonObject kind = object("type", "string", "enum", kinds);
    JsonObject operation = new JsonObject();
    operation.put("operationId", SEARCH);
    operation.put("summary", "Search");
    operation.put(
        "description",
        "Finds things by words in their labels, names in all languages, titles, gists and quotes."
            + " Spellings and scripts of names do not matter. Nothing in the text is syntax.");
    operation.put("tags", array(List.of(SEARCH)));
    operation.put(
        "parameters",
        array(
            List.of(
                parameter(Search.TEXT, true, "The words.", words),
                parameter(Search.KIND, false, "Only things of this kind.", kind),
                parameter(Page.LIMIT, false, "How many rows there are at most.", limit),
                object(REF, "#/components/parameters/offset"))));
    operation.put(
        "responses",
        responses(
            SEARCH,
            "What was found, the best first.",
            Search.COLUMNS,
            Stream.of("400", "406", "503")));
    return operation;
  }

  private JsonObject ask(CatalogueQuery query) {
    List<JsonObject> parameters = new ArrayList<>();
    for (Parameter each : query.parameters()) {
      JsonObject parameter =
          parameter(each.name(), each.defaultValue().isEmpty(), each.description(), schema(each));
      each.defaultValue()
          .ifPresent(value -> parameter.put("example", Json.value(typed(each, value))));
      parameters.add(parameter);
    }
    parameters.add(object(REF, "#/components/parameters/limit"));
    parameters.add(object(REF, "#/components/parameters/offset"));
    String datasets =
        query.datasets().isEmpty()
            ? ""
            : "\n\nAsks imported data sets: " + String.join(", ", query.datasets()) + ".";
    Stream<String> errors =
        ERRORS.keySet().stream()
            .sorted()
            .filter(status -> !status.equals("409") || !query.datasets().isEmpty());
    JsonObject operation = new JsonObject();
    operation.put("operationId", camelCase(query.name()));
    operation.put("summary", query.title());
    operation.put("description", query.question() + "\n\n" + query.why() + datasets);
    operation.put("tags", array(List.of(questions.theme(query))));
    operation.put("parameters", array(parameters));
    operation.put("responses", responses(query.name(), query.question(), query.columns(), errors));
    return operation;
  }

  private static String camelCase(String name) {
    List<String> words = List.of(name.split("-"));
    return words.get(0)
        + words.stream()
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }

  private static JsonObject parameter(
      String name, boolean required, String description, JsonObject schema) {
    JsonObject parameter = new JsonObject();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("required", required);
    parameter.put("description", description);
    parameter.put("schema", schema);
    return parameter;
  }

  private static Object typed(Parameter parameter, String value) {
    return parameter.type() == ParameterType.INTEGER ? Long.valueOf(value) : value;
  }

  private JsonObject schema(Parameter parameter) {
    JsonObject schema =
        parameter.kind().isPresent()
            ? object(REF, SCHEMAS + things(parameter, parameter.kind().get()))
            : switch (parameter.type()) {
              case DATE -> object("type", "string", "format", "date");
              case INTEGER -> object("type", "integer");
              case IRI -> object("type", "string", "format", "iri");
              case STRING, SLUG -> object("type", "string");
            };
    if (!parameter.values().isEmpty()) {
      schema.put(
          "enum", array(parameter.values().stream().map(each -> typed(parameter, each)).toList()));
    }
    parameter
        .defaultValue()
        .ifPresent(value -> schema.put("default", Json.value(typed(parameter, value))));
    return schema;
  }

  /** The name of a schema that lists the things of a kind, and the words besides. */
  private String things(Parameter parameter, String kind) {
    String name = String.join(".or.", concatenated(kind, parameter.words()));
    if (!schemas.hasKey(name)) {
      List<String> values = new ArrayList<>(parameter.words());
      values.addAll(questions.things(parameter).keySet());
      String description = "Short name of a thing of the kind " + kind;
      schemas.put(name, object("type", "string", "description", description, "enum", values));
    }
    return name;
  }

  private static List<String> concatenated(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private JsonObject responses(
      String name, String description, List<ResultColumn> columns, Stream<String> errors) {
    JsonObject answer = new JsonObject();
    answer.put(
        "description",
        columns.stream()
            .map(column -> "- `" + column.name() + "`: " + column.description())
            .collect(Collectors.joining("\n", description + "\n\nColumns:\n\n", "")));
    answer.put(
        "headers",
        object(
            Page.TOTAL,
            object(REF, "#/components/headers/total"),
            "Link",
            object(REF, "#/components/headers/links"),
            "ETag",
            object(REF, "#/components/headers/tag")));
    answer.put("content", content(name, columns));
    JsonObject responses = object("200", answer);
    responses.put("304", object(REF, "#/components/responses/NotModified"));
    errors.forEach(
        status ->
            responses.put(
                status, object(REF, "#/components/responses/" + ERRORS.getOrDefault(status, ""))));
    return responses;
  }

  private JsonObject content(String name, List<ResultColumn> columns) {
    String firstLine =
        columns.stream()
            .map(ResultColumn::name)
            .collect(Collectors.joining(",", "First line: ", ""));
    JsonObject csv = object("schema", object("type", "string", "description", firstLine));
    JsonObject text = object("schema", object("type", "string"));
    JsonObject json = object("schema", object(REF, SCHEMAS + answer(name, columns)));
    JsonObject content = new JsonObject();
    content.put(ResultRendering.CSV.mediaType(), csv);
    content.put(ResultRendering.TSV.mediaType(), text);
    content.put(ResultRendering.JSON.mediaType(), json);
    content.put(Formats.JSON, json);
    content.put(ResultRendering.XML.mediaType(), text);
    content.put(Formats.HTML, text);
    return content;
  }

  /** The name of a schema of an answer in JSON. */
  private String answer(String name, List<ResultColumn> columns) {
    JsonObject cells = new JsonObject();
    for (ResultColumn column : columns) {
      cells.put(column.name(), object(REF, SCHEMAS + "Term", "description", column.description()));
    }
    JsonObject rows = object("items", object("type", "object", "properties", cells));
    JsonObject results = object("properties", object("bindings", rows));
    JsonObject these = object("type", "object", "properties", object("results", results));
    String schema = "answer." + name;
    schemas.put(
        schema, object("allOf", array(List.of(object(REF, SCHEMAS + "SparqlResults"), these))));
    return schema;
  }
}
