package org.casus.wikidata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.WikidataLink;

/**
 * Which thing is which item, as far as it is known: from the table of links, and from what a run
 * has found so far. An item is that of one thing only.
 */
final class KnownLinks {

  private final Map<String, String> itemByEntity = new HashMap<>();
  private final Map<String, String> entityByItem = new HashMap<>();
  private final Map<String, Set<String>> rejected = new HashMap<>();

  static KnownLinks of(List<WikidataLink> rows) {
    KnownLinks known = new KnownLinks();
    for (WikidataLink row : rows) {
      if (row.isLink()) {
        known.add(row.entity(), row.qid().orElseThrow());
      } else {
        row.qid()
            .ifPresent(
                qid ->
                    known.rejected.computeIfAbsent(row.entity(), any -> new HashSet<>()).add(qid));
      }
    }
    return known;
  }

  void add(String entity, String item) {
    itemByEntity.put(entity, item);
    entityByItem.put(item, entity);
  }

  Optional<String> item(String entity) {
    return Optional.ofNullable(itemByEntity.get(entity));
  }

  /** Whether the item may be that of the entity: it is not that of another, nor was it rejected. */
  boolean isFree(String item, String entity) {
    return entityByItem.getOrDefault(item, entity).equals(entity)
        && !rejected.getOrDefault(entity, Set.of()).contains(item);
  }
}
