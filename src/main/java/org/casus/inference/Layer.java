package org.casus.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.CalendarDates;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.jspecify.annotations.Nullable;

/**
 * Rules that run together. All of them read what earlier layers left; where one reads what another
 * of the layer concludes, they run again until nothing new follows.
 *
 * <p>Each firing is a reason, and all reasons are kept: a node of class {@code casus:Derivation}, a
 * PROV activity that used the premises and generated the record, or, where the rule concludes
 * triples of other records, a node that names the triple in the vocabulary of RDF reification.
 *
 * <p>A record that holds for a time is one for each unbroken period: firings for the same record
 * whose periods touch are joined, whichever rules they are of. The first day of the period ends its
 * IRI, so that a second period changes no IRI of the first.
 */
final class Layer {
  /** Where derivations stand, apart from the conclusions. */
  private static final String DERIVATIONS = "inferred/derivations";

  private final List<ConstructRule> rules;

  Layer(List<ConstructRule> rules) {
    this.rules = List.copyOf(rules);
  }

  List<ConstructRule> rules() {
    return rules;
  }

  /** Whether a rule asks for what a rule of the layer concludes. */
  boolean isRecursive() {
    return rules.stream()
        .anyMatch(
            rule ->
                rules.stream()
                    .flatMap(other -> other.terms().concluded().stream())
                    .anyMatch(rule.terms().asked()::contains));
  }

  /**
   * Adds what follows.
   *
   * @param world what is reasoned over, a part of the names of records and graphs; empty for the
   *     curated graphs
   * @return how many quads were added
   */
  long apply(UnionDataset dataset, String world) {
    long added = 0;
    boolean again;
    do {
      long before = added;
      for (Quad quad : conclusions(dataset, world)) {
        if (dataset.add(quad.getGraph(), quad.asTriple())) {
          added++;
        }
      }
      again = added > before && isRecursive();
    } while (again);
    return added;
  }

  private List<Quad> conclusions(UnionDataset dataset, String world) {
    Periods periods = new Periods(dataset.union());
    Conclusions out = new Conclusions(world);
    Map<Node, List<Firing>> timeBound = new LinkedHashMap<>();
    for (ConstructRule rule : rules) {
      if (!world.isEmpty() && !rule.header().overDatasets()) {
        continue;
      }
      for (Firing firing : rule.fire(dataset.union(), periods)) {
        Node record = firing.record();
        if (record == null) {
          firing.conclusions(triple -> out.shortCut(firing, triple));
        } else if (firing.span() == null) {
          out.record(firing, out.named(record, ""), null);
        } else {
          timeBound.computeIfAbsent(record, any -> new ArrayList<>()).add(firing);
        }
      }
    }
    timeBound.forEach(out::periods);
    return out.quads;
  }

  /** Collects what the firings of one run conclude. */
  private static final class Conclusions {
    private final List<Quad> quads = new ArrayList<>();
    private final String world;
    private final Map<String, Node> graphs = new HashMap<>();
    private final Set<Node> dates = new HashSet<>();

    Conclusions(String world) {
      this.world = world;
    }

    /** One record for each unbroken period of the firings, which all conclude the same. */
    void periods(Node record, List<Firing> firings) {
      for (Map.Entry<Span, List<Firing>> joined :
          Span.coalesce(firings, firing -> Objects.requireNonNull(firing.span()))) {
        Span span = joined.getKey();
        Node named = named(record, "--" + firstDay(span));
        joined.getValue().forEach(firing -> record(firing, named, span));
      }
    }

    private static String firstDay(Span span) {
      return span.start().earliest() == null ? "undated" : span.start().earliest().toString();
    }

    Node named(Node record, String period) {
      String suffix = period + (world.isEmpty() ? "" : "--" + world);
      return suffix.isEmpty() ? record : NodeFactory.createURI(record.getURI() + suffix);
    }

    void record(Firing firing, Node record, @Nullable Span span) {
      Node graph = graph(firing.rule().header().graph());
      firing.conclusions(record, triple -> quads.add(Quad.create(graph, triple)));
      if (span != null) {
        period(graph, record, span);
      }
      Node derivation = Derivations.node(firing, record.getURI());
      add(graph(DERIVATIONS), record, Prov.WAS_GENERATED_BY, derivation);
      derivation(firing, derivation);
    }

    void shortCut(Firing firing, Triple triple) {
      quads.add(Quad.create(graph(firing.rule().header().graph()), triple));
      Node derivation = Derivations.node(firing, triple.toString());
      Node graph = graph(DERIVATIONS);
      add(graph, derivation, RDF.subject.asNode(), triple.getSubject());
      add(graph, derivation, RDF.predicate.asNode(), triple.getPredicate());
      add(graph, derivation, RDF.object.asNode(), triple.getObject());
      derivation(firing, derivation);
    }

    private void derivation(Firing firing, Node derivation) {
      Node graph = graph(DERIVATIONS);
      add(graph, derivation, RDF.type.asNode(), Casus.DERIVATION);
      add(graph, derivation, Casus.DERIVED_BY, Iris.thing("rule", firing.rule().header().name()));
      firing.premises().forEach(premise -> add(graph, derivation, Prov.USED, premise));
      if (firing.span() != null) {
        period(graph, derivation, firing.span());
      }
    }

    private void period(Node graph, Node thing, Span span) {
      span.start()
          .date(date -> describe(graph, date))
          .ifPresent(date -> add(graph, thing, Casus.START, date));
      span.end()
          .date(date -> describe(graph, date))
          .ifPresent(date -> add(graph, thing, Casus.END, date));
      if (span.end() == Bound.OPEN && span.attestedUntil() != null) {
        add(graph, thing, Casus.ATTESTED_UNTIL, CalendarDates.day(span.attestedUntil().toString()));
      }
    }

    private void describe(Node graph, EdtfDate date) {
      if (dates.add(CalendarDates.node(date))) {
        CalendarDates.describe(date, triple -> quads.add(Quad.create(graph, triple)));
      }
    }

    private Node graph(String name) {
      return graphs.computeIfAbsent(
          name,
          any ->
              Iris.graph(
                  world.isEmpty()
                      ? any
                      : any.replaceFirst("^inferred/", "inferred/" + world + "/")));
    }

    private void add(Node graph, Node subject, Node property, Node value) {
      quads.add(Quad.create(graph, subject, property, value));
    }
  }
}
