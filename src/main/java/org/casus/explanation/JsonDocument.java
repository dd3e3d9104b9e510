package org.casus.explanation;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The structure that {@link ExplanationFormat#JSON} describes. */
final class JsonDocument {

  private JsonDocument() {}

  static String of(Explanation explanation) {
    JsonObject document = new JsonObject();
    document.put("explains", explanation.iri());
    document.put("things", list(explanation.things(), JsonDocument::thing));
    document.put("derivedTriples", list(explanation.derivedTriples(), JsonDocument::triple));
    document.put("conclusions", list(explanation.conclusions(), JsonDocument::conclusion));
    return document + "\n";
  }

  private static JsonObject thing(Thing thing) {
    JsonObject json = new JsonObject();
    json.put("iri", thing.iri());
    json.put("label", thing.label());
    json.put("kinds", list(thing.kinds(), JsonDocument::named));
    json.put("derived", thing.isDerived());
    json.put("graphs", texts(thing.graphs()));
    period(json, thing.period());
    json.put("attestations", list(thing.attestations(), JsonDocument::attestation));
    json.put("derivations", list(thing.derivations(), JsonDocument::derivation));
    return json;
  }

  private static JsonObject attestation(Attestation attestation) {
    JsonObject json = new JsonObject();
    json.put("graph", attestation.graph());
    json.put("sources", list(attestation.sources(), JsonDocument::named));
    json.put("locators", texts(attestation.locators()));
    json.put("corroboratedBy", list(attestation.corroboratedBy(), JsonDocument::named));
    json.put("primarySources", list(attestation.primarySources(), JsonDocument::named));
    json.put("quotes", texts(attestation.quotes()));
    json.put("gists", texts(attestation.gists()));
    named(json, "status", attestation.status());
    return json;
  }

  private static JsonObject derivation(Derivation derivation) {
    JsonObject rule = named(derivation.rule());
    rule.put("definition", derivation.definition());
    JsonObject json = new JsonObject();
    json.put("iri", derivation.iri());
    json.put("rule", rule);
    period(json, derivation.period());
    json.put("premises", texts(derivation.premises()));
    json.put("tells", list(derivation.tells(), JsonDocument::told));
    return json;
  }

  private static JsonObject told(Derivation.Told told) {
    JsonObject json = new JsonObject();
    named(json, "property", told.property());
    named(json, "value", told.value());
    return json;
  }

  private static JsonObject triple(DerivedTriple triple) {
    JsonObject json = new JsonObject();
    named(json, "property", triple.property());
    named(json, "value", triple.value());
    if (!triple.language().isEmpty()) {
      json.put("language", triple.language());
    }
    json.put("graphs", texts(triple.graphs()));
    json.put("derivations", list(triple.derivations(), JsonDocument::derivation));
    return json;
  }

  private static JsonObject conclusion(Conclusion conclusion) {
    JsonObject json = new JsonObject();
    named(json, "subject", conclusion.subject());
    named(json, "property", conclusion.property());
    named(json, "value", conclusion.value());
    json.put("direct", conclusion.direct());
    json.put("rules", list(conclusion.rules(), JsonDocument::named));
    json.put("reasonsLost", texts(conclusion.reasonsLost()));
    json.put("reasonsLeft", conclusion.reasonsLeft());
    return json;
  }

  private static void period(JsonObject json, @Nullable Period period) {
    if (period != null) {
      JsonObject dates = new JsonObject();
      text(dates, "start", period.start());
      text(dates, "end", period.end());
      text(dates, "attestedUntil", period.attestedUntil());
      json.put("period", dates);
    }
  }

  private static void named(JsonObject json, String key, @Nullable Named named) {
    if (named != null) {
      json.put(key, named(named));
    }
  }

  private static JsonObject named(Named named) {
    JsonObject json = new JsonObject();
    text(json, "iri", named.iri());
    json.put("label", named.label());
    return json;
  }

  private static void text(JsonObject json, String key, @Nullable String text) {
    if (text != null) {
      json.put(key, text);
    }
  }

  private static JsonArray texts(List<String> texts) {
    return list(texts, JsonString::new);
  }

  private static <T> JsonArray list(List<T> values, Function<T, JsonValue> each) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(each.apply(value)));
    return array;
  }
}
