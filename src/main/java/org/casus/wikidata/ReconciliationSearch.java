package org.casus.wikidata;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.shared.JenaException;
import org.casus.model.EdtfDate;
import org.casus.remote.CourteousClient;
import org.casus.remote.Courtesy;
import org.casus.remote.Pause;

/**
 * Finds items through a reconciliation service over Wikidata (Reconciliation Service API, W3C
 * Community Group, version 0.2): batches of queries for all names, then data extension for classes,
 * countries, dates and positions. Such a service tells neither classes above classes nor when a
 * position was held, so that less can be compared than by SPARQL; scores of the service are not
 * used.
 */
final class ReconciliationSearch implements ItemSearch {

  private static final int BATCH = 20;
  private static final int CANDIDATES = 7;
  private static final String JSON_TYPE = "application/json";
  private static final List<String> COUNTRIES = List.of("P17", "P27", "P1001");
  private static final Map<String, Item.Moment> MOMENTS =
      Map.of(
          "P580", Item.Moment.START,
          "P571", Item.Moment.START,
          "P582", Item.Moment.END,
          "P576", Item.Moment.END,
          "P585", Item.Moment.TIME);

  private final URI address;
  private final CourteousClient client;
  private final AnswerJournal journal;

  ReconciliationSearch(URI address, Courtesy courtesy, Pause pause, AnswerJournal journal) {
    this.address = address;
    this.client = new CourteousClient(courtesy, pause, WikidataException.AGAIN);
    this.journal = journal;
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public Map<String, List<Item>> find(
      List<Entity> entities, KnownLinks known, WorkProgress progress) {
    record Asked(String entity, String text) {}
    List<Asked> asked = new ArrayList<>();
    for (Entity entity : entities) {
      entity.names().stream()
          .map(Name::text)
          .distinct()
          .forEach(text -> asked.add(new Asked(entity.name(), text)));
    }
    Map<String, Map<String, Found>> found = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i += BATCH) {
      List<Asked> batch = asked.subList(i, Math.min(i + BATCH, asked.size()));
      JsonObject queries = new JsonObject();
      for (int q = 0; q < batch.size(); q++) {
        JsonObject query = new JsonObject();
        query.put("query", batch.get(q).text());
        query.put("limit", CANDIDATES);
        queries.put("q" + q, query);
      }
      List<List<Found>> answers =
          post(
              "queries",
              queries,
              answer ->
                  IntStream.range(0, batch.size())
                      .mapToObj(q -> results(answer, "q" + q))
                      .toList());
      for (int q = 0; q < batch.size(); q++) {
        String entity = batch.get(q).entity();
        answers
            .get(q)
            .forEach(
                result ->
                    found
                        .computeIfAbsent(entity, any -> new LinkedHashMap<>())
                        .putIfAbsent(result.id(), result));
      }
    }
    Map<String, Found> all = new TreeMap<>();
    found.values().forEach(all::putAll);
    Map<String, Item> items = items(List.copyOf(all.values()), progress);
    Map<String, List<Item>> byEntity = new LinkedHashMap<>();
    found.forEach(
        (entity, results) ->
            byEntity.put(entity, results.keySet().stream().map(items::get).toList()));
    return byEntity;
  }

  /** An item as a batch of queries gives it. */
  private record Found(String id, String name, Map<String, String> types) {}

  private static List<Found> results(JsonObject answer, String query) {
    JsonObject one = object(answer, query);
    if (!one.hasKey("result") || !one.get("result").isArray()) {
      throw new MalformedAnswer("no results for the query " + query);
    }
    List<Found> results = new ArrayList<>();
    for (JsonValue value : one.get("result").getAsArray()) {
      JsonObject result = value.getAsObject();
      String id = text(result, "id");
      if (id.matches("Q[1-9]\\d*")) {
        results.add(new Found(id, text(result, "name"), types(result)));
      }
    }
    return results;
  }

  private static Map<String, String> types(JsonObject result) {
    Map<String, String> types = new TreeMap<>();
    if (result.hasKey("type") && result.get("type").isArray()) {
      for (JsonValue type : result.get("type").getAsArray()) {
        if (type.isObject()) {
          types.put(text(type.getAsObject(), "id"), text(type.getAsObject(), "name"));
        } else if (type.isString()) {
          types.put(type.getAsString().value(), type.getAsString().value());
        }
      }
    }
    return types;
  }

  private Map<String, Item> items(List<Found> found, WorkProgress progress) {
    Map<String, Item> items = new TreeMap<>();
    for (int i = 0; i < found.size(); i += ItemReader.BATCH) {
      List<Found> batch = found.subList(i, Math.min(i + ItemReader.BATCH, found.size()));
      JsonObject extension = new JsonObject();
      JsonArray ids = new JsonArray();
      batch.forEach(any -> ids.add(any.id()));
      extension.put("ids", ids);
      JsonArray properties = new JsonArray();
      Set<String> asked = new TreeSet<>(MOMENTS.keySet());
      asked.addAll(COUNTRIES);
      asked.addAll(List.of("P31", "P39"));
      for (String property : asked) {
        JsonObject entry = new JsonObject();
        entry.put("id", property);
        properties.add(entry);
      }
      extension.put("properties", properties);
      post("extend", extension, answer -> extended(batch, object(answer, "rows")))
          .forEach(item -> items.put(item.id(), item));
      progress.done(items.size(), found.size());
    }
    return items;
  }

  private static List<Item> extended(List<Found> batch, JsonObject rows) {
    return batch.stream()
        .map(
            found ->
                item(found, rows.hasKey(found.id()) ? object(rows, found.id()) : new JsonObject()))
        .toList();
  }

  private static Item item(Found found, JsonObject row) {
    Map<String, String> classes = new TreeMap<>(found.types());
    classes.putAll(things(row, "P31"));
    Map<String, String> countries = new TreeMap<>();
    COUNTRIES.forEach(property -> countries.putAll(things(row, property)));
    List<Item.Dated> dates = new ArrayList<>();
    new TreeMap<>(MOMENTS)
        .forEach(
            (property, moment) ->
                values(row, property).stream()
                    .map(value -> value.hasKey("date") ? text(value, "date") : "")
                    .flatMap(text -> WikidataTime.dateOfUnknownPrecision(text).stream())
                    .forEach(date -> dates.add(new Item.Dated(moment, date))));
    List<Item.Holding> positions = new ArrayList<>();
    things(row, "P39")
        .forEach(
            (id, label) ->
                positions.add(
                    new Item.Holding(id, label, Optional.<EdtfDate>empty(), Optional.empty())));
    return new Item(
        found.id(),
        List.of(new Name(found.name(), "", true)),
        Set.copyOf(classes.keySet()),
        List.copyOf(classes.values()),
        countries,
        dates,
        positions,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private static Map<String, String> things(JsonObject row, String property) {
    Map<String, String> things = new TreeMap<>();
    values(row, property).stream()
        .filter(value -> value.hasKey("id"))
        .forEach(
            value ->
                things.put(
                    text(value, "id"),
                    value.hasKey("name") ? text(value, "name") : text(value, "id")));
    return things;
  }

  private static List<JsonObject> values(JsonObject row, String property) {
    return row.hasKey(property) && row.get(property).isArray()
        ? row.get(property).getAsArray().stream()
            .filter(JsonValue::isObject)
            .map(JsonValue::getAsObject)
            .toList()
        : List.of();
  }

  private <T> T post(String field, JsonObject value, Function<JsonObject, T> meaning) {
    String text = value.toString();
    String request = "POST " + address + "\n" + field + "=" + text;
    return journal
        .find(request, answer -> meaning.apply(read(answer)))
        .orElseGet(
            () ->
                client.post(
                    address,
                    Map.of(field, text),
                    JSON_TYPE,
                    answer -> {
                      T read = meaning.apply(read(answer));
                      journal.keep(request, answer);
                      return read;
                    }));
  }

  private static JsonObject read(byte[] answer) {
    try {
      return JSON.parse(new java.io.ByteArrayInputStream(answer));
    } catch (JsonException broken) {
      throw new MalformedAnswer(String.valueOf(broken.getMessage()));
    }
  }

  private static JsonObject object(JsonObject json, String key) {
    if (!json.hasKey(key) || !json.get(key).isObject()) {
      throw new MalformedAnswer("no object “" + key + "”");
    }
    return json.get(key).getAsObject();
  }

  private static String text(JsonObject json, String key) {
    if (!json.hasKey(key) || !json.get(key).isString()) {
      throw new MalformedAnswer("no text “" + key + "”");
    }
    return json.get(key).getAsString().value();
  }

  /** The answer of a service is not what its specification says. */
  private static final class MalformedAnswer extends JenaException {
    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
      super(message);
    }
  }
}
