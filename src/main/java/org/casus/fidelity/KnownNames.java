package org.casus.fidelity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * Names of works, agreements, organisations and institutions. They are data and nobody's wording,
 * so that sharing them with an article is no copying.
 */
final class KnownNames {

  private static final Set<String> TABLES_OF_LABELS =
      Set.of("actors/actors.csv", "agreements/agreements.csv");
  private static final Set<String> TABLES_OF_NAMES =
      Set.of("actors/actor-names.csv", "agreements/agreement-names.csv");

  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

  KnownNames(CuratedData data) {
    Stream<String> labels =
        rows(data, TABLES_OF_LABELS)
            .filter(row -> row.text("kind").filter("person"::equals).isEmpty())
            .flatMap(row -> row.text("label").stream());
    Stream<String> names = rows(data, TABLES_OF_NAMES).flatMap(row -> row.text("name").stream());
    Stream<String> titles = data.works().stream().map(work -> work.value().title());
    Stream.of(labels, names, titles).flatMap(texts -> texts).distinct().forEach(this::add);
  }

  private static Stream<WrittenRow> rows(CuratedData data, Set<String> tables) {
    return data.writtenRows().filter(row -> tables.contains(row.metadata().table()));
  }

  private void add(String name) {
    List<String> words = Wording.words(name);
    if (!words.isEmpty()) {
      byFirstWord.computeIfAbsent(words.get(0), word -> new ArrayList<>()).add(words);
    }
  }

  /** The positions of the words that belong to a name. */
  BitSet positions(List<String> words) {
    BitSet positions = new BitSet(words.size());
    for (int i = 0; i < words.size(); i++) {
      for (List<String> name : byFirstWord.getOrDefault(words.get(i), List.of())) {
        int end = i + name.size();
        if (end <= words.size() && words.subList(i, end).equals(name)) {
          positions.set(i, end);
        }
      }
    }
    return positions;
  }
}
