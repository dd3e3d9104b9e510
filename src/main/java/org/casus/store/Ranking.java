package org.casus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts things in order by how well their texts fit, for a search of several units. */
final class Ranking {

  /**
   * A thing and how well it fits.
   *
   * @param iri the thing
   * @param named whether one of its texts is what was looked for and nothing else
   * @param score the sum of what its best text scores for each unit
   * @param complete whether it has a text for each unit
   * @param document the text that scores best for all units together
   */
  record Ranked(String iri, boolean named, float score, boolean complete, int document) {}

  private final int units;
  private final Map<String, float[]> best = new HashMap<>();
  private final Map<String, Map<Integer, Float>> documents = new HashMap<>();
  private final Set<String> named = new HashSet<>();

  Ranking(int units) {
    this.units = units;
  }

  /** Takes in that a text of a thing fits a unit. */
  void add(int unit, String iri, int document, float score) {
    float[] scores = best.computeIfAbsent(iri, thing -> new float[units]);
    scores[unit] = Math.max(scores[unit], score);
    documents.computeIfAbsent(iri, thing -> new HashMap<>()).merge(document, score, Float::sum);
  }

  /** Takes in that a text of a thing is what was looked for and nothing else. */
  void addNamed(String iri) {
    named.add(iri);
  }

  /** What is named so, then the best first; equally good ones in the order of their IRIs. */
  List<Ranked> ranked() {
    List<Ranked> ranked = new ArrayList<>();
    best.forEach((iri, scores) -> ranked.add(rank(iri, scores)));
    ranked.sort(
        Comparator.comparing(Ranked::named)
            .thenComparing(Ranked::score)
            .reversed()
            .thenComparing(Ranked::iri));
    return ranked;
  }

  private Ranked rank(String iri, float[] scores) {
    float sum = 0;
    boolean complete = true;
    for (float score : scores) {
      sum += score;
      complete = complete && score > 0;
    }
    int document =
        documents.getOrDefault(iri, Map.of()).entrySet().stream()
            .max(
                Map.Entry.<Integer, Float>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
    return new Ranked(iri, named.contains(iri), sum, complete, document);
  }
}
