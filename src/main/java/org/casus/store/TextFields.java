package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The properties whose literals can be searched with {@code text:query}, in order. The first one is
 * what {@code ?x text:query "word"} searches; the others are named in the query: {@code ?x
 * text:query (casus:gist "word")}.
 *
 * @param fields at least one
 */
public record TextFields(List<Field> fields) {

  /**
   * One searchable property.
   *
   * @param name its name in the index: letters and digits
   * @param property its IRI
   */
  public record Field(String name, String property) {}

  /** Refuses an empty list: an index over nothing answers every search with silence. */
  public TextFields {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("A text index needs at least one property");
    }
    fields = List.copyOf(fields);
  }

  /**
   * Index names to property IRIs.
   *
   * @param properties a map with a stable order: the first entry is the default field
   */
  public static TextFields of(Map<String, String> properties) {
    List<Field> fields = new ArrayList<>();
    properties.forEach((name, property) -> fields.add(new Field(name, property)));
    return new TextFields(fields);
  }

  String toJson() {
    JsonArray list = new JsonArray();
    for (Field field : fields) {
      JsonObject entry = new JsonObject();
      entry.put("field", field.name());
      entry.put("property", field.property());
      list.add(entry);
    }
    JsonObject json = new JsonObject();
    json.put("fields", list);
    return json.toString();
  }

  static TextFields fromJson(String text) {
    List<Field> fields = new ArrayList<>();
    for (JsonValue value : JSON.parse(text).get("fields").getAsArray()) {
      JsonObject entry = value.getAsObject();
      fields.add(new Field(entry.getString("field"), entry.getString("property")));
    }
    return new TextFields(fields);
  }
}
