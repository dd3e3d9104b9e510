package org.casus.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;

/**
 * Finds things by names that are nearly right. Names are compared by the groups of three letters
 * that they share, since slugs are long and are often misremembered by whole words.
 *
 * <p>Holds the names of all things with a label, and none of the dataset: who is asked often keeps
 * it. Safe for many threads.
 */
public final class SimilarNames {
  private static final int MOST = 5;

  /** Below this share of letters in common a suggestion confuses more than it helps. */
  private static final double LEAST = 0.3;

  /** What counts more than a few letters: that it is a thing of the kind asked for. */
  private static final double SAME_KIND = 0.2;

  /** A thing with one of its labels; the groups are sorted, each once. */
  private record Candidate(String iri, String label, long[] slugGroups, long[] labelGroups) {}

  private final List<Candidate> candidates;

  private SimilarNames(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  /** Reads the names of a dataset, in a transaction of its own or that of the caller. */
  public static SimilarNames of(DatasetGraph dataset) {
    List<Candidate> candidates = new ArrayList<>();
    Txn.executeRead(
        dataset,
        () ->
            dataset
                .findNG(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEachRemaining(quad -> add(quad, candidates)));
    return new SimilarNames(candidates);
  }

  private static void add(Quad quad, List<Candidate> candidates) {
    String iri = quad.getSubject().isURI() ? quad.getSubject().getURI() : "";
    if (iri.startsWith(Iris.THINGS) && quad.getObject().isLiteral()) {
      String name = iri.substring(Iris.THINGS.length());
      String label = quad.getObject().getLiteralLexicalForm();
      candidates.add(
          new Candidate(iri, label, groups(name.substring(name.indexOf('/') + 1)), groups(label)));
    }
  }

  /**
   * Things whose names are like the last part of an IRI, the most similar first, at most five. Each
   * comes with the first of its labels.
   */
  public List<Named> to(String iri) {
    String path =
        iri.startsWith(Iris.THINGS)
            ? iri.substring(Iris.THINGS.length())
            : iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    String kind = path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : "";
    long[] asked = groups(path.substring(kind.length()));
    Map<String, Double> scores = new HashMap<>();
    Map<String, String> labels = new TreeMap<>();
    for (Candidate candidate : candidates) {
      double score =
          Math.max(shared(asked, candidate.slugGroups()), shared(asked, candidate.labelGroups()));
      if (score >= LEAST) {
        boolean sameKind =
            !kind.isEmpty() && candidate.iri().startsWith(kind, Iris.THINGS.length());
        scores.merge(candidate.iri(), score + (sameKind ? SAME_KIND : 0), Math::max);
        labels.merge(
            candidate.iri(),
            candidate.label(),
            (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    return labels.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -scores.getOrDefault(entry.getKey(), 0.0)))
        .limit(MOST)
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Each group of three characters as a number. */
  private static long[] groups(String text) {
    String plain = "  " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    LongStream.Builder groups = LongStream.builder();
    for (int i = 0; i + 3 <= plain.length(); i++) {
      groups.add(
          (long) plain.charAt(i) << 2 * Character.SIZE
              | (long) plain.charAt(i + 1) << Character.SIZE
              | plain.charAt(i + 2));
    }
    return groups.build().sorted().distinct().toArray();
  }

  /** Dice's coefficient. */
  private static double shared(long[] left, long[] right) {
    int both = 0;
    int l = 0;
    int r = 0;
    while (l < left.length && r < right.length) {
      int order = Long.compare(left[l], right[r]);
      if (order == 0) {
        both++;
      }
      l += order <= 0 ? 1 : 0;
      r += order >= 0 ? 1 : 0;
    }
    return 2.0 * both / (left.length + right.length);
  }
}
