package org.casus.reconciliation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a user may mean who has typed the beginning of a name or identifier. */
final class Suggestions {
  private final Authority authority;

  Suggestions(Authority authority) {
    this.authority = authority;
  }

  /**
   * A part of a list.
   *
   * @param offset how many are left out at the beginning
   * @param limit how many there are at most
   */
  record Part(int offset, int limit) {
    <T> List<T> of(List<T> all) {
      int from = Math.min(offset, all.size());
      return all.subList(from, from + Math.min(limit, all.size() - from));
    }
  }

  JsonObject entities(String prefix, Part part) {
    return result(part.of(authority.beginningWith(prefix)), Suggestions::entity);
  }

  JsonObject types(String prefix, Part part) {
    List<EntityType> found =
        authority.usedTypes().stream()
            .filter(
                type ->
                    begins(prefix, type.id(), type.name())
                        || authority.types().find(prefix).filter(type::equals).isPresent())
            .toList();
    return result(part.of(found), type -> Json.typeWithBroader(type, authority.types()));
  }

  JsonObject properties(String prefix, Part part) {
    List<Property> found =
        Property.ALL.stream()
            .filter(
                property ->
                    begins(prefix, property.id(), property.name())
                        || Property.find(prefix).filter(property::equals).isPresent())
            .toList();
    return result(part.of(found), Json::property);
  }

  /** The properties that entities of a type may have; all, if there is no such type. */
  List<Property> proposed(String typeId) {
    return authority
        .types()
        .find(typeId)
        .map(
            type ->
                Property.ALL.stream()
                    .filter(property -> property.suits(type, authority.types()))
                    .toList())
        .orElse(Property.ALL);
  }

  private static JsonObject entity(Entity entity) {
    JsonObject object = Json.described(entity.id(), entity.name(), entity.description());
    JsonArray notable = new JsonArray();
    entity.types().forEach(type -> notable.add(Json.type(type)));
    object.add("notable", notable);
    return object;
  }

  private static <T> JsonObject result(List<T> found, Function<T, JsonObject> form) {
    JsonObject object = new JsonObject();
    object.add("result", Json.array(found, form));
    return object;
  }

  /** Whether an id, or a word of a name, begins with what was typed. */
  private static boolean begins(String prefix, String id, String name) {
    String typed = prefix.strip().toLowerCase(Locale.ROOT);
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.of(id.toLowerCase(Locale.ROOT), lower).anyMatch(each -> each.startsWith(typed))
        || lower.contains(" " + typed);
  }
}
