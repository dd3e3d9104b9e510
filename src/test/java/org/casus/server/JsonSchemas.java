package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The JSON schemas of the reconciliation specification. They name no version of JSON Schema; the
 * specification tests them as draft 7.
 */
final class JsonSchemas {
  static final Path SPECIFICATION =
      Path.of("src", "test", "resources", "reconciliation", "specification");

  private static final String OPENAPI = "http://swagger.io/v2/schema.json";
  private static final String ADDRESS = "https://reconciliation-api.github.io/specs/";

  private JsonSchemas() {}

  /**
   * Holds a text to a schema.
   *
   * @param name version and name, such as {@code 0.2/manifest}
   */
  static void assertValid(String json, String name) {
    assertThat(schema(name).validate(json, InputFormat.JSON)).as("%s%n%s", name, json).isEmpty();
  }

  /** The same for what must not be valid. */
  static void assertInvalid(String json, String name) {
    assertThat(schema(name).validate(json, InputFormat.JSON)).as("%s%n%s", name, json).isNotEmpty();
  }

  private static JsonSchema schema(String name) {
    String version = name.substring(0, name.indexOf('/'));
    String file = name.substring(name.indexOf('/') + 1);
    Map<String, String> schemas = new HashMap<>();
    schemas.put(OPENAPI, text(SPECIFICATION.resolve("openapi.json")));
    // The specification does not give every schema the address at which it is published.
    for (String published : new String[] {version, "draft"}) {
      for (String other : new String[] {"type", "lang", "dir", file}) {
        Path path = SPECIFICATION.resolve(version).resolve("schemas").resolve(other + ".json");
        if (Files.exists(path)) {
          schemas.put(ADDRESS + published + "/schemas/" + other + ".json", text(path));
        }
      }
    }
    return JsonSchemaFactory.getInstance(
            VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(schemas)))
        .getSchema(SchemaLocation.of(ADDRESS + version + "/schemas/" + file + ".json"));
  }

  /** The name of the version of JSON Schema, which says none, is left out. */
  private static String text(Path schema) {
    try {
      return Files.readString(schema)
          .replace("\"$schema\": \"http://json-schema.org/schema#\",", "");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
