package org.casus.reconciliation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casus.reconciliation.Condition.Quantifier;
import org.casus.reconciliation.Condition.Target;
import org.casus.reconciliation.Condition.Wanted;

/** The JSON of version 0.2, which OpenRefine speaks. */
final class Version02 {
  private static final Set<String> MEMBERS =
      new TreeSet<>(Set.of("query", "type", "type_strict", "limit", "properties"));
  private static final String SHOULD = "should";

  private Version02() {}

  /** Reads a batch: queries by the keys under which they are answered. */
  static Map<String, Query> read(SentJson sent) {
    Map<String, SentJson> members = sent.members();
    Batches.checkQueries(members.size());
    Map<String, Query> queries = new LinkedHashMap<>();
    members.forEach((key, query) -> queries.put(key, query(query)));
    return queries;
  }

  private static Query query(SentJson sent) {
    sent.members(MEMBERS);
    List<Condition> conditions = new ArrayList<>();
    Optional<SentJson> name = sent.optional("query");
    Optional<SentJson> properties = sent.optional("properties");
    List<SentJson> hints = properties.map(SentJson::elements).orElse(List.of());
    if (name.isEmpty() && hints.isEmpty()) {
      throw sent.refusal("a query with \"query\" or at least one of \"properties\"");
    }
    Batches.checkConditions(sent.place(), hints.size());
    name.map(SentJson::string)
        .filter(text -> !text.isBlank())
        .ifPresent(
            text ->
                conditions.add(
                    new Condition(
                        Target.NAME, "", List.of(new Wanted(text, "")), Quantifier.ANY, false)));
    hints.forEach(
        hint ->
            conditions.add(
                new Condition(
                    Target.PROPERTY,
                    hint.member("pid").string(),
                    wanted(hint.member("v")),
                    Quantifier.ANY,
                    false)));
    boolean strict =
        !sent.optional("type_strict")
            .map(word -> word.oneOf(List.of("any", "all", SHOULD)))
            .orElse("any")
            .equals(SHOULD);
    return new Query(
        conditions,
        sent.optional("type")
            .map(type -> type.oneOrMore().stream().map(SentJson::string).toList())
            .orElse(List.of()),
        strict,
        sent.optional("limit").map(limit -> limit.number(1)).orElse(Query.USUAL_LIMIT));
  }

  /** The values of a condition, in either version. */
  static List<Wanted> wanted(SentJson sent) {
    return sent.oneOrMore().stream()
        .map(
            value ->
                value.isObject()
                    ? new Wanted(
                        value.optional("name").map(SentJson::string).orElse(""),
                        value.member("id").string())
                    : new Wanted(value.scalar(), ""))
        .toList();
  }

  /** Writes the answers under the keys of their queries. */
  static JsonObject results(Map<String, List<Candidate>> answers) {
    JsonObject results = new JsonObject();
    answers.forEach(
        (key, candidates) -> {
          JsonObject result = new JsonObject();
          result.add("result", Json.array(candidates, Version02::candidate));
          results.add(key, result);
        });
    return results;
  }

  private static JsonObject candidate(Candidate candidate) {
    JsonObject object = Json.candidate(candidate);
    object.add(
        "features",
        Json.array(
            candidate.features(),
            feature -> {
              JsonObject written = new JsonObject();
              written.addProperty("id", feature.id());
              written.addProperty("value", feature.value());
              return written;
            }));
    return object;
  }

  /** Writes the values: rows and columns are members of objects. */
  static JsonObject extended(Extension extension, Authority authority) {
    JsonObject rows = new JsonObject();
    for (String id : extension.ids()) {
      JsonObject row = new JsonObject();
      extension
          .columns()
          .forEach(
              column -> {
                JsonArray values = Json.array(column.values(authority, id), Json::value);
                row.add(column.id(), values);
              });
      rows.add(id, row);
    }
    JsonObject extended = new JsonObject();
    extended.add("meta", Json.columns(extension, authority.types()));
    extended.add("rows", rows);
    return extended;
  }
}
