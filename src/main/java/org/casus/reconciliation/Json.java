package org.casus.reconciliation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.casus.model.EdtfDate;

/** The parts of answers that both versions write in the same form. */
final class Json {
  private Json() {}

  static <T> JsonArray array(List<T> all, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    all.forEach(each -> array.add(form.apply(each)));
    return array;
  }

  /** What has an id and a name. */
  static JsonObject named(String id, String name) {
    JsonObject object = new JsonObject();
    object.addProperty("id", id);
    object.addProperty("name", name);
    return object;
  }

  /** What has a description, too, unless that is empty. */
  static JsonObject described(String id, String name, String description) {
    JsonObject object = named(id, name);
    if (!description.isEmpty()) {
      object.addProperty("description", description);
    }
    return object;
  }

  static JsonObject type(EntityType type) {
    return named(type.id(), type.name());
  }

  /** A type with those directly above it. */
  static JsonObject typeWithBroader(EntityType type, Types types) {
    JsonObject object = described(type.id(), type.name(), type.description());
    JsonArray broader = new JsonArray();
    type.broader().forEach(id -> types.find(id).map(Json::type).ifPresent(broader::add));
    if (!broader.isEmpty()) {
      object.add("broader", broader);
    }
    return object;
  }

  static JsonObject property(Property property) {
    return described(property.id(), property.name(), property.description());
  }

  /** A candidate without its features. */
  static JsonObject candidate(Candidate candidate) {
    Entity entity = candidate.entity();
    JsonObject object = described(entity.id(), entity.name(), entity.description());
    object.addProperty("score", candidate.score());
    object.addProperty("match", candidate.match());
    object.add("type", array(entity.types(), Json::type));
    return object;
  }

  /** The properties that were asked for, with the type of values that are entities. */
  static JsonArray columns(Extension extension, Types types) {
    return array(
        extension.columns(),
        column -> {
          JsonObject object = named(column.id(), column.name());
          Property.find(column.id())
              .flatMap(property -> types.find(property.valueType()))
              .ifPresent(type -> object.add("type", type(type)));
          return object;
        });
  }

  /** A value. */
  static JsonObject value(Value value) {
    if (value instanceof Value.Thing thing) {
      return named(thing.entity().id(), thing.entity().name());
    }
    JsonObject object = new JsonObject();
    if (value instanceof Value.Number number && number.number().scale() <= 0) {
      object.addProperty("int", number.number().toBigInteger());
    } else if (value instanceof Value.Number number) {
      object.addProperty("float", number.number());
    } else if (value instanceof Value.Date date && isDay(date.date())) {
      object.addProperty("date", date.text() + "T00:00:00Z");
    } else {
      object.addProperty("str", value.text());
    }
    return object;
  }

  /** Other dates have no form in the protocol that would not say more than the source does. */
  private static boolean isDay(EdtfDate date) {
    return !date.approximate() && date.firstDay().isPresent() && date.text().length() == 10;
  }
}
