package org.casus.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.query.CatalogueQuery;

/**
 * Puts questions under themes. The theme of a question is that of its keywords which it shares with
 * most other questions; of several such, the one that stands first.
 */
final class Themes {
  /** For questions without keywords. */
  private static final String OTHER = "other";

  private Themes() {}

  /** The largest theme first, then by name. */
  static Map<String, List<CatalogueQuery>> of(List<CatalogueQuery> queries) {
    Map<String, Long> shared =
        queries.stream()
            .flatMap(query -> query.keywords().stream().distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<String, List<CatalogueQuery>> found = new TreeMap<>();
    for (CatalogueQuery query : queries) {
      found.computeIfAbsent(theme(query, shared), theme -> new ArrayList<>()).add(query);
    }
    Map<String, List<CatalogueQuery>> ordered = new LinkedHashMap<>();
    found.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .forEach(entry -> ordered.put(entry.getKey(), List.copyOf(entry.getValue())));
    return ordered;
  }

  private static String theme(CatalogueQuery query, Map<String, Long> shared) {
    String theme = OTHER;
    long most = 0;
    for (String keyword : query.keywords()) {
      if (shared.getOrDefault(keyword, 0L) > most) {
        theme = keyword;
        most = shared.getOrDefault(keyword, 0L);
      }
    }
    return theme;
  }
}
