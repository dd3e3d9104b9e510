package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * What is known of an imported data set, kept as {@code import.json} beside the copies of its
 * files.
 *
 * @param dataset name of the data set, such as {@code atop}
 * @param version version of the data set
 * @param files its files, in the order in which they are read
 * @param created when it was imported, as the caller writes times (ISO 8601)
 */
public record ImportInfo(String dataset, String version, List<ImportedFile> files, String created) {

  /**
   * One file of an import.
   *
   * @param name name that the user's file had
   * @param sha256 digest in hexadecimal digits
   * @param rows how many rows it has, without the header
   */
  public record ImportedFile(String name, String sha256, long rows) {}

  /** Name with version: what the directory of the import is called. */
  public String key() {
    return dataset + "-" + version;
  }

  String toJson() {
    JsonObject json = new JsonObject();
    json.put("dataset", dataset);
    json.put("version", version);
    JsonArray list = new JsonArray();
    for (ImportedFile file : files) {
      JsonObject entry = new JsonObject();
      entry.put("name", file.name());
      entry.put("sha256", file.sha256());
      entry.put("rows", file.rows());
      list.add(entry);
    }
    json.put("files", list);
    json.put("created", created);
    return json.toString();
  }

  /**
   * @throws StoreException when the text is not what {@link #toJson} writes
   */
  static ImportInfo fromJson(String text) {
    try {
      JsonObject json = JSON.parse(text);
      List<ImportedFile> files = new ArrayList<>();
      for (JsonValue value : json.get("files").getAsArray()) {
        JsonObject file = value.getAsObject();
        files.add(
            new ImportedFile(
                file.getString("name"),
                file.getString("sha256"),
                file.get("rows").getAsNumber().value().longValue()));
      }
      return new ImportInfo(
          json.getString("dataset"),
          json.getString("version"),
          List.copyOf(files),
          json.getString("created"));
    } catch (JsonException | NullPointerException | IllegalArgumentException fault) {
      throw new StoreException(
          "import.json is not what Casus wrote; import the data set again.", fault);
    }
  }
}
