package org.casus.reconciliation;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casus.reconciliation.Condition.Quantifier;
import org.casus.reconciliation.Condition.Target;

/** The JSON of the draft of version 1.0, as of July 2026. */
final class VersionDraft {
  private static final Set<String> BATCH = new TreeSet<>(Set.of("queries", "lang", "dir"));
  private static final Set<String> QUERY =
      new TreeSet<>(Set.of("type", "limit", "lang", "dir", "conditions"));
  private static final Set<String> CONDITION =
      new TreeSet<>(
          Set.of(
              "matchType",
              "propertyId",
              "propertyValue",
              "required",
              "matchQuantifier",
              "matchQualifier",
              "lang",
              "dir"));

  private VersionDraft() {}

  /** Reads a batch. */
  static List<Query> read(SentJson sent) {
    sent.members(BATCH);
    List<SentJson> queries = sent.member("queries").elements();
    Batches.checkQueries(queries.size());
    return queries.stream().map(VersionDraft::query).toList();
  }

  private static Query query(SentJson sent) {
    sent.members(QUERY);
    SentJson conditions = sent.member("conditions");
    List<SentJson> all = conditions.elements();
    if (all.isEmpty()) {
      throw conditions.refusal("at least one condition");
    }
    Batches.checkConditions(sent.place(), all.size());
    return new Query(
        all.stream().map(VersionDraft::condition).toList(),
        sent.optional("type").map(SentJson::string).map(List::of).orElse(List.of()),
        true,
        sent.optional("limit").map(limit -> limit.number(1)).orElse(Query.USUAL_LIMIT));
  }

  private static Condition condition(SentJson sent) {
    sent.members(CONDITION);
    Target target =
        Target.valueOf(
            sent.member("matchType")
                .oneOf(List.of("name", "id", "property"))
                .toUpperCase(Locale.ROOT));
    Optional<SentJson> property = sent.optional("propertyId");
    return new Condition(
        target,
        target == Target.PROPERTY ? sent.member("propertyId").string() : "",
        Version02.wanted(sent.member("propertyValue")),
        sent.optional("matchQuantifier")
            .map(word -> word.oneOf(List.of("any", "all", "none")).toUpperCase(Locale.ROOT))
            .map(Quantifier::valueOf)
            .orElse(Quantifier.ANY),
        sent.optional("required").map(SentJson::truth).orElse(false));
  }

  /** Writes the answers in the order of their queries. */
  static JsonObject results(List<List<Candidate>> answers) {
    JsonObject results = new JsonObject();
    results.add(
        "results",
        Json.array(
            answers,
            candidates -> {
              JsonObject result = new JsonObject();
              result.add("candidates", Json.array(candidates, VersionDraft::candidate));
              return result;
            }));
    return results;
  }

  private static JsonObject candidate(Candidate candidate) {
    JsonObject object = Json.candidate(candidate);
    object.add(
        "features",
        Json.array(
            candidate.features(),
            feature -> {
              JsonObject written = Json.named(feature.id(), feature.name());
              written.addProperty("value", feature.value());
              return written;
            }));
    return object;
  }

  /** Writes the values: rows and columns are elements of arrays. */
  static JsonObject extended(Extension extension, Authority authority) {
    JsonObject extended = new JsonObject();
    extended.add("meta", Json.columns(extension, authority.types()));
    extended.add(
        "rows",
        Json.array(
            extension.ids(),
            id -> {
              JsonObject row = new JsonObject();
              row.addProperty("id", id);
              row.add(
                  "properties",
                  Json.array(
                      extension.columns(),
                      column -> {
                        JsonObject cell = new JsonObject();
                        cell.addProperty("id", column.id());
                        cell.add(
                            "values",
                            Json.array(column.values(authority, id), VersionDraft::value));
                        return cell;
                      }));
              return row;
            }));
    return extended;
  }

  private static JsonObject value(Value value) {
    JsonObject object = Json.value(value);
    if (value instanceof Value.Words words && !words.language().isEmpty()) {
      object.addProperty("lang", words.language());
    }
    return object;
  }
}
