package org.casus.store;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a build was made from, kept as {@code build.json} in its directory. The store does not read
 * meaning into the parts: the pipeline compares {@code sourceHash} and {@code programVersion} to
 * tell whether the dataset is older than its sources.
 *
 * @param buildId the id that {@link NewBuild#id()} gave out
 * @param sourceHash digest of everything that the dataset was built from
 * @param programVersion version of the program that built it
 * @param created when, as the caller writes times (ISO 8601)
 */
public record BuildInfo(String buildId, String sourceHash, String programVersion, String created) {

  String toJson() {
    JsonObject json = new JsonObject();
    json.put("buildId", buildId);
    json.put("sourceHash", sourceHash);
    json.put("programVersion", programVersion);
    json.put("created", created);
    return json.toString();
  }

  /**
   * @throws StoreException when the text is not what {@link #toJson} writes
   */
  static BuildInfo fromJson(String text) {
    try {
      JsonObject json = JSON.parse(text);
      return new BuildInfo(
          part(json, "buildId"),
          part(json, "sourceHash"),
          part(json, "programVersion"),
          part(json, "created"));
    } catch (JsonException fault) {
      throw new StoreException("build.json is not valid JSON: " + fault.getMessage(), fault);
    }
  }

  private static String part(JsonObject json, String key) {
    @Nullable String value = json.hasKey(key) ? json.getString(key) : null;
    if (value == null) {
      throw new StoreException("build.json has no \"" + key + "\"; build the dataset again.");
    }
    return value;
  }
}
