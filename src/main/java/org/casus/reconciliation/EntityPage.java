package org.casus.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.vocab.Wikidata;

/** What a small page shows of an entity, for templates. */
final class EntityPage {
  private static final int MOST_VALUES = 4;

  /** Shown elsewhere on the page. */
  private static final Set<String> LEFT_OUT =
      Set.of("rdfs:label", "skos:altLabel", "dcterms:description", "wikidata", "factStatus");

  private EntityPage() {}

  /**
   * The values for the template {@code preview}.
   *
   * @param server the address of this server, without a path
   */
  static Map<String, Object> values(String server, Entity entity, Authority authority) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Name name : entity.names()) {
      if (!name.text().equals(entity.name())) {
        List<String> same = names.computeIfAbsent(name.text(), text -> new ArrayList<>());
        if (!name.language().isEmpty()) {
          same.add(name.language());
        }
      }
    }
    List<Map<String, Object>> facts = new ArrayList<>();
    EntityType type = entity.types().get(0);
    for (Property property : new Suggestions(authority).proposed(type.id())) {
      List<String> texts =
          LEFT_OUT.contains(property.id())
              ? List.of()
              : authority.values(entity, property).stream().map(Value::text).distinct().toList();
      if (!texts.isEmpty()) {
        facts.add(
            Map.of(
                "name",
                property.name(),
                "values",
                String.join("; ", texts.subList(0, Math.min(MOST_VALUES, texts.size()))),
                "more",
                Math.max(0, texts.size() - MOST_VALUES)));
      }
    }
    List<String> items =
        Property.find("wikidata").map(property -> authority.values(entity, property)).stream()
            .flatMap(List::stream)
            .map(Value::text)
            .toList();
    return Map.of(
        "name",
        entity.name(),
        "id",
        entity.id(),
        "description",
        entity.description(),
        "page",
        server + entity.page(),
        "names",
        names.entrySet().stream()
            .map(
                entry ->
                    Map.of(
                        "text",
                        entry.getKey(),
                        "languages",
                        entry.getValue().stream().distinct().collect(Collectors.joining(", "))))
            .toList(),
        "facts",
        facts,
        "items",
        items.stream().map(item -> Map.of("id", item, "address", Wikidata.ENTITY + item)).toList());
  }
}
