package org.casus.api;

import java.math.BigDecimal;
import java.util.Collection;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** Writes nested JSON objects in the form in which they are read. */
final class Json {

  private Json() {}

  /**
   * An object.
   *
   * @param members names and values by turns; values are texts, whole numbers, truth values,
   *     collections of texts, or JSON
   */
  static JsonObject object(Object... members) {
    JsonObject object = new JsonObject();
    for (int member = 0; member < members.length; member += 2) {
      object.put((String) members[member], value(members[member + 1]));
    }
    return object;
  }

  /** An array of what values of {@link #object} may be. */
  static JsonArray array(Collection<?> items) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(value(item)));
    return array;
  }

  /** What {@link #object} makes of a value. */
  static JsonValue value(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Boolean truth) {
      return new JsonBoolean(truth);
    }
    if (value instanceof Integer number) {
      return JsonNumber.value(number);
    }
    if (value instanceof Long number) {
      return JsonNumber.value(BigDecimal.valueOf(number));
    }
    return value instanceof Collection<?> items ? array(items) : new JsonString((String) value);
  }
}
