package org.casus.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;

/** The names of things that have several, found by any of them. */
final class Names {

  /**
   * Words that are looked for together, since they are one name or one word.
   *
   * @param words at least one
   * @param otherNames how else the things are called that these words name
   */
  record Unit(Words words, Set<String> otherNames) {}

  private final Analyzer analyzer;
  private final Map<String, Set<String>> byKey = new HashMap<>();

  private Names(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Reads the labels and alternative labels of whatever has an alternative one. */
  static Names read(DatasetGraph dataset, Analyzer analyzer) {
    Names names = new Names(analyzer);
    Set<Node> things = new HashSet<>();
    dataset
        .find(Node.ANY, Node.ANY, SKOS.altLabel.asNode(), Node.ANY)
        .forEachRemaining(quad -> things.add(quad.getSubject()));
    for (Node thing : things) {
      Set<String> all = new TreeSet<>();
      for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
        dataset
            .find(Node.ANY, thing, property, Node.ANY)
            .forEachRemaining(quad -> all.add(quad.getObject().getLiteralLexicalForm()));
      }
      all.forEach(
          name -> names.byKey.computeIfAbsent(names.key(name), key -> new TreeSet<>()).addAll(all));
    }
    return names;
  }

  private String key(String name) {
    return Words.of(name, analyzer).key();
  }

  /** Takes a text apart into names, the longest that begin with a word, and other words. */
  List<Unit> units(String text) {
    Words words = Words.of(text, analyzer);
    List<Unit> units = new ArrayList<>();
    int begin = 0;
    while (begin < words.size()) {
      int end = words.size();
      while (end > begin + 1 && !byKey.containsKey(words.between(begin, end).key())) {
        end--;
      }
      units.add(unit(words.between(begin, end)));
      begin = end;
    }
    return units;
  }

  private Unit unit(Words words) {
    Set<String> otherNames = new TreeSet<>(byKey.getOrDefault(words.key(), Set.of()));
    otherNames.removeIf(name -> key(name).equals(words.key()));
    return new Unit(words, otherNames);
  }
}
