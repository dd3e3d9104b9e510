package org.casus.wikidata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.casus.vocab.Wikidata;

/**
 * Finds items by SPARQL: those that bear a name exactly as Casus has it, as label or alias in the
 * language of the name or in all languages; and for persons the holders of the offices that they
 * held, whose names may be spelt a little differently.
 */
final class SparqlItemSearch implements ItemSearch {

  private static final Var NAME = Var.alloc("name");
  private static final Var ITEM = Var.alloc("item");

  private final ItemReader reader;

  SparqlItemSearch(SparqlSource source) {
    this.reader = new ItemReader(source);
  }

  @Override
  public String name() {
    return reader.source().name();
  }

  @Override
  public Map<String, List<Item>> find(
      List<Entity> entities, KnownLinks known, WorkProgress progress) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    byName(entities, found);
    byOffice(entities, known, found);
    Set<String> ids =
        found.values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    Map<String, Item> items = reader.read(ids, progress);
    Map<String, List<Item>> result = new LinkedHashMap<>();
    found.forEach(
        (entity, itemIds) ->
            result.put(entity, itemIds.stream().map(items::get).filter(Item::exists).toList()));
    return result;
  }

  private void byName(List<Entity> entities, Map<String, Set<String>> found) {
    for (int i = 0; i < entities.size(); i += ItemReader.BATCH) {
      Map<Node, Set<String>> asked = new LinkedHashMap<>();
      for (Entity entity : entities.subList(i, Math.min(i + ItemReader.BATCH, entities.size()))) {
        for (Name name : entity.names()) {
          for (String language : languages(name)) {
            asked
                .computeIfAbsent(
                    NodeFactory.createLiteralLang(name.text(), language),
                    literal -> new LinkedHashSet<>())
                .add(entity.name());
          }
        }
      }
      for (Binding solution : reader.source().select(WikidataQuery.NAMED.about(asked.keySet()))) {
        Node item = solution.get(ITEM);
        if (item != null && Wikidata.isItem(item)) {
          asked
              .getOrDefault(solution.get(NAME), Set.of())
              .forEach(
                  entity ->
                      found
                          .computeIfAbsent(entity, any -> new LinkedHashSet<>())
                          .add(Wikidata.id(item)));
        }
      }
    }
  }

  /** Wikidata has names that are written alike everywhere once, under {@code mul}. */
  private static Set<String> languages(Name name) {
    String primary = name.language().replaceAll("-.*", "");
    return name.language().endsWith("-Latn") || primary.isEmpty()
        ? Set.of("en", "mul")
        : new LinkedHashSet<>(List.of(primary, "mul"));
  }

  private void byOffice(List<Entity> entities, KnownLinks known, Map<String, Set<String>> found) {
    Map<String, Set<String>> holders = new HashMap<>();
    List<String> offices =
        entities.stream()
            .flatMap(entity -> entity.offices().stream())
            .flatMap(held -> known.item(held.office()).stream())
            .distinct()
            .sorted()
            .toList();
    for (String office : offices) {
      reader.source().select(WikidataQuery.HOLDERS.about(List.of(Wikidata.entity(office)))).stream()
          .map(solution -> solution.get(ITEM))
          .filter(item -> item != null && Wikidata.isItem(item))
          .forEach(
              item ->
                  holders
                      .computeIfAbsent(office, any -> new LinkedHashSet<>())
                      .add(Wikidata.id(item)));
    }
    for (Entity entity : entities) {
      List<String> ofEntity = new ArrayList<>();
      entity.offices().stream()
          .flatMap(held -> known.item(held.office()).stream())
          .forEach(office -> ofEntity.addAll(holders.getOrDefault(office, Set.of())));
      if (!ofEntity.isEmpty()) {
        found.computeIfAbsent(entity.name(), any -> new LinkedHashSet<>()).addAll(ofEntity);
      }
    }
  }
}
