package org.casus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.query.Parameter;
import org.casus.query.ResultColumn;
import org.casus.testing.ProjectCopy;
import org.casus.testing.ServedProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final String SCHEMA = "https://spec.openapis.org/oas/3.1/schema/2026-08-03";

  private static final String JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ServedProject server;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    server = ServedProject.start();
    HttpResponse<String> answer = server.get("/api/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    description = JSON.readTree(answer.body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonSchema schema(String address) {
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory ->
                factory.schemaMappers(
                    mappers ->
                        mappers.mappings(
                            Map.of(SCHEMA, "classpath:openapi/schema-3.1-2026-08-03.json"))))
        .getSchema(SchemaLocation.of(address));
  }

  @Test
  void descriptionIsValidOpenApi() {
    assertThat(schema(SCHEMA).validate(description)).isEmpty();
  }

  /** The schema of OpenAPI leaves the schemas within a description to that of JSON Schema. */
  @Test
  void schemasInItAreValidJsonSchemas() {
    List<JsonNode> schemas = new ArrayList<>(description.findValues("schema"));
    description.at("/components/schemas").forEach(schemas::add);
    assertThat(schemas).hasSizeGreaterThan(200);
    assertThat(schemas)
        .allSatisfy(each -> assertThat(schema(JSON_SCHEMA).validate(each)).isEmpty());
  }

  @Test
  void faultsAreFound() throws Exception {
    JsonNode wrongPlace = JSON.readTree(description.toString().replace("\"query\"", "\"nowhere\""));
    assertThat(schema(SCHEMA).validate(wrongPlace)).isNotEmpty();
    JsonNode wrongType = JSON.readTree("{\"type\": \"number!\"}");
    assertThat(schema(JSON_SCHEMA).validate(wrongType)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = description.findValuesAsText("$ref");
    assertThat(references).hasSizeGreaterThan(100);
    assertThat(references)
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(description.at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  static List<CatalogueQuery> questions() {
    return Catalogue.load(ProjectCopy.original().queries()).queries();
  }

  @Test
  void everyQuestionIsDescribedWithItsParametersAndColumns() {
    for (CatalogueQuery query : questions()) {
      JsonNode operation = description.path("paths").path("/api/" + query.name()).path("get");
      assertThat(operation.path("summary").asText()).isEqualTo(query.title());
      assertThat(operation.path("description").asText()).startsWith(query.question());
      List<String> names = new ArrayList<>();
      operation.path("parameters").forEach(each -> names.add(resolved(each).path("name").asText()));
      assertThat(names)
          .containsExactlyElementsOf(
              Stream.concat(
                      query.parameters().stream().map(Parameter::name),
                      Stream.of("limit", "offset"))
                  .toList());
      JsonNode answer = operation.path("responses").path("200");
      assertThat(answer.path("description").asText())
          .contains(query.columns().stream().map(ResultColumn::description).toList());
      assertThat(answer.path("content").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder(
              "text/csv",
              "text/tab-separated-values",
              "application/sparql-results+json",
              "application/json",
              "application/sparql-results+xml",
              "text/html");
      assertThat(operation.path("responses").has("400")).isTrue();
    }
  }

  @Test
  void defaultsAreAmongTheValuesAndOfTheType() {
    int checked = 0;
    for (JsonNode path : description.path("paths")) {
      for (JsonNode parameter : path.path("get").path("parameters")) {
        JsonNode schema = parameter.path("schema");
        JsonNode list = schema.has("$ref") ? resolved(schema).path("enum") : schema.path("enum");
        if (schema.has("default") && !list.isMissingNode()) {
          assertThat(texts(list)).contains(schema.path("default").asText());
          checked++;
        }
        if (schema.path("type").asText().equals("integer") && schema.has("default")) {
          assertThat(schema.path("default").isIntegralNumber()).isTrue();
        }
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void answersFitTheirSchemas() throws Exception {
    for (CatalogueQuery query : questions()) {
      if (query.datasets().isEmpty()) {
        assertAnswerFits("/api/" + query.name() + ".json", "answer." + query.name());
      }
    }
    assertAnswerFits("/api/search.json?q=Shusha", "answer.search");
    assertFits(server.get("/api/", "Accept", "application/json").body(), "Questions");
    assertFits(server.get("/api/search.json").body(), "Problem");
  }

  private static void assertAnswerFits(String path, String schema) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertFits(answer.body(), schema);
  }

  private static void assertFits(String json, String schema) throws Exception {
    String definitions =
        description
            .at("/components/schemas")
            .toString()
            .replace("#/components/schemas/", "#/$defs/");
    JsonNode whole =
        JSON.readTree("{\"$ref\":\"#/$defs/%s\",\"$defs\":%s}".formatted(schema, definitions));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(JSON.readTree(json)))
        .as(schema)
        .isEmpty();
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
