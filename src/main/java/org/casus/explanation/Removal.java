package org.casus.explanation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to derived things if one thing were not there: a derivation falls with any of
 * its premises, a conclusion with the last of its derivations. Negation in rules is left aside:
 * what would newly follow is not told.
 */
final class Removal {
  private final Facts facts;
  private final Set<Node> fallen = new HashSet<>();
  private final Map<Object, Set<Node>> reasons = new HashMap<>();

  Removal(Facts facts) {
    this.facts = facts;
  }

  List<Conclusion> of(Node thing) {
    Set<Object> direct = new LinkedHashSet<>();
    Set<Object> touched = new LinkedHashSet<>();
    Set<Node> gone = new HashSet<>(Set.of(thing));
    Deque<Node> open = new ArrayDeque<>(gone);
    while (!open.isEmpty()) {
      Node premise = open.remove();
      for (Node derivation : facts.subjects(Prov.USED, premise)) {
        fallen.add(derivation);
        for (Object conclusion : conclusions(derivation)) {
          if (conclusion.equals(thing)
              || conclusion instanceof Triple triple && triple.getSubject().equals(thing)) {
            // What is told of the thing, since it is there, does not rest on it as on another.
            continue;
          }
          touched.add(conclusion);
          if (premise.equals(thing)) {
            direct.add(conclusion);
          }
          if (conclusion instanceof Node record && left(record) == 0 && gone.add(record)) {
            open.add(record);
          }
        }
      }
    }
    List<Conclusion> told = new ArrayList<>();
    touched.forEach(conclusion -> told.add(told(conclusion, direct.contains(conclusion))));
    told.sort(
        Comparator.comparing((Conclusion conclusion) -> !conclusion.direct())
            .thenComparing(conclusion -> !conclusion.falls())
            .thenComparing(Conclusion::label)
            .thenComparing(Removal::iri, Comparator.nullsFirst(Comparator.naturalOrder())));
    return told;
  }

  private static @Nullable String iri(Conclusion conclusion) {
    return conclusion.subject().iri();
  }

  /** The record that a derivation generated, or the triple that it names. */
  private List<Object> conclusions(Node derivation) {
    List<Object> conclusions = new ArrayList<>(facts.subjects(Prov.WAS_GENERATED_BY, derivation));
    for (Node subject : facts.values(derivation, RDF.subject.asNode())) {
      for (Node property : facts.values(derivation, RDF.predicate.asNode())) {
        for (Node value : facts.values(derivation, RDF.object.asNode())) {
          conclusions.add(Triple.create(subject, property, value));
        }
      }
    }
    return conclusions;
  }

  /** A reason that only tells more of a record, from which it sets out, does not keep it. */
  private int left(Object conclusion) {
    Set<Node> left = new HashSet<>(reasons(conclusion));
    left.removeAll(fallen);
    if (conclusion instanceof Node record) {
      left.removeIf(reason -> facts.has(reason, Prov.USED, record));
    }
    return left.size();
  }

  private Set<Node> reasons(Object conclusion) {
    @Nullable Set<Node> known = reasons.get(conclusion);
    if (known == null) {
      known = new HashSet<>(read(conclusion));
      reasons.put(conclusion, known);
    }
    return known;
  }

  private List<Node> read(Object conclusion) {
    if (conclusion instanceof Node record) {
      return facts.values(record, Prov.WAS_GENERATED_BY);
    }
    Triple triple = (Triple) conclusion;
    List<Node> reasons = new ArrayList<>();
    facts
        .glance(Node.ANY, RDF.object.asNode(), triple.getObject())
        .forEachRemaining(quad -> reasons.add(quad.getSubject()));
    return reasons.stream()
        .filter(reason -> facts.has(reason, RDF.subject.asNode(), triple.getSubject()))
        .filter(reason -> facts.has(reason, RDF.predicate.asNode(), triple.getPredicate()))
        .toList();
  }

  private Conclusion told(Object conclusion, boolean direct) {
    Set<String> lost = new TreeSet<>();
    Set<Node> rules = new HashSet<>();
    for (Node reason : reasons(conclusion)) {
      if (fallen.contains(reason)) {
        lost.add(reason.getURI());
        facts.types(reason);
        rules.addAll(facts.values(reason, Casus.DERIVED_BY));
      }
    }
    @Nullable Triple triple = conclusion instanceof Triple shortCut ? shortCut : null;
    return new Conclusion(
        facts.named(triple == null ? (Node) conclusion : triple.getSubject()),
        triple == null ? null : facts.named(triple.getPredicate()),
        triple == null ? null : facts.named(triple.getObject()),
        direct,
        rules.stream().map(facts::named).sorted(Comparator.comparing(Named::label)).toList(),
        List.copyOf(lost),
        left(conclusion));
  }
}
