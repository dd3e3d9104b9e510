package org.casus.explanation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;

/**
 * Finds things by names that are nearly right. Names are compared by the groups of three letters
 * that they share, since slugs are long and are often misremembered by whole words.
 */
final class SimilarNames {
  private static final int MOST = 5;

  /** Below this share of letters in common a suggestion confuses more than it helps. */
  private static final double LEAST = 0.3;

  /** What counts more than a few letters: that it is a thing of the kind asked for. */
  private static final double SAME_KIND = 0.2;

  private final Facts facts;

  SimilarNames(Facts facts) {
    this.facts = facts;
  }

  List<Named> to(String iri) {
    String path =
        iri.startsWith(Iris.THINGS)
            ? iri.substring(Iris.THINGS.length())
            : iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    String kind = path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : "";
    Set<String> asked = groups(path.substring(kind.length()));
    Map<String, Double> scores = new HashMap<>();
    Map<String, String> labels = new TreeMap<>();
    facts
        .glance(Node.ANY, RDFS.label.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              String candidate = quad.getSubject().isURI() ? quad.getSubject().getURI() : "";
              if (candidate.startsWith(Iris.THINGS)) {
                String name = candidate.substring(Iris.THINGS.length());
                String label = quad.getObject().getLiteralLexicalForm();
                double score =
                    Math.max(
                        shared(asked, groups(name.substring(name.indexOf('/') + 1))),
                        shared(asked, groups(label)));
                if (score >= LEAST) {
                  boolean sameKind = !kind.isEmpty() && name.startsWith(kind);
                  scores.merge(candidate, score + (sameKind ? SAME_KIND : 0), Math::max);
                  labels.merge(
                      candidate, label, (one, other) -> one.compareTo(other) < 0 ? one : other);
                }
              }
            });
    return labels.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -scores.getOrDefault(entry.getKey(), 0.0)))
        .limit(MOST)
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Set<String> groups(String text) {
    String plain = "  " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    Set<String> groups = new HashSet<>();
    for (int i = 0; i + 3 <= plain.length(); i++) {
      groups.add(plain.substring(i, i + 3));
    }
    return groups;
  }

  /** Dice's coefficient. */
  private static double shared(Set<String> left, Set<String> right) {
    long both = left.stream().filter(right::contains).count();
    return 2.0 * both / (left.size() + right.size());
  }
}
