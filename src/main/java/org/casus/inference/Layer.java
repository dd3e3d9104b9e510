package org.casus.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.CalendarDates;
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
 * IRI, so that a second period changes no IRI of the first. A derivation tells its period where it
 * is not that of the record.
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
   * @param facts what is reasoned over; the sink adds conclusions to it
   * @param world the name of a data set, a part of the names of records and graphs; empty for the
   *     curated graphs
   */
  void apply(Graph facts, String world, ConclusionSink sink) {
    boolean again;
    do {
      Conclusions found = conclusions(facts, world);
      boolean news = false;
      for (Quad quad : found.conclusions) {
        news |= sink.conclusion(quad);
      }
      found.derivations.forEach(sink::derivation);
      again = news && isRecursive();
    } while (again);
  }

  private Conclusions conclusions(Graph facts, String world) {
    Periods periods = new Periods(facts);
    Conclusions out = new Conclusions(world, new Labels(facts));
    SortedMap<String, List<Firing>> timeBound = new TreeMap<>();
    for (ConstructRule rule : rules) {
      if (!world.isEmpty() && !rule.header().overDatasets()) {
        continue;
      }
      for (Firing firing : rule.fire(facts, periods)) {
        String record = firing.record();
        Node subject = firing.subject();
        if (subject != null) {
          out.more(firing, subject);
        } else if (record == null) {
          firing.conclusions(triple -> out.shortCut(firing, triple));
        } else if (firing.span() == null) {
          out.record(firing, out.named(record, ""), null);
        } else {
          timeBound.computeIfAbsent(record, any -> new ArrayList<>()).add(firing);
        }
      }
    }
    timeBound.forEach(out::periods);
    return out;
  }

  /** Collects what the firings of one run conclude. */
  private static final class Conclusions {
    private final List<Quad> conclusions = new ArrayList<>();
    private final List<Quad> derivations = new ArrayList<>();
    private final String world;
    private final Labels labels;
    private final Map<String, Node> graphs = new HashMap<>();
    private final Map<String, Node> names = new HashMap<>();
    private final Set<Node> dates = new HashSet<>();

    Conclusions(String world, Labels labels) {
      this.world = world;
      this.labels = labels;
    }

    /** One record for each unbroken period of the firings, which all conclude the same. */
    void periods(String record, List<Firing> firings) {
      // Which of two dates for the same days is told must not depend on the order of the facts.
      firings.sort(Firing.ORDER);
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

    Node named(String record, String period) {
      return NodeFactory.createURI(record + period + (world.isEmpty() ? "" : "--" + world));
    }

    void record(Firing firing, Node record, @Nullable Span span) {
      Node graph = graph(firing.rule().header().graph());
      firing.conclusions(record, triple -> conclusions.add(Quad.create(graph, triple)));
      if (world.isEmpty()) {
        // Of a hundred thousand records of a data set each would be a text that nobody reads.
        add(conclusions, graph, record, RDFS.label.asNode(), labels.english(firing));
      }
      if (span != null) {
        period(conclusions, graph, record, span);
      }
      Node derivation = Derivations.node(firing, record.getURI());
      add(derivations, graph(DERIVATIONS), record, Prov.WAS_GENERATED_BY, derivation);
      derivation(firing, derivation);
      if (firing.span() != null && !firing.span().isSamePeriodAs(span)) {
        period(derivations, graph(DERIVATIONS), derivation, firing.span());
      }
    }

    void more(Firing firing, Node subject) {
      Node graph = graph(firing.rule().header().graph());
      firing.conclusions(triple -> conclusions.add(Quad.create(graph, triple)));
      Node derivation = Derivations.node(firing, subject.getURI());
      add(derivations, graph(DERIVATIONS), subject, Prov.WAS_GENERATED_BY, derivation);
      derivation(firing, derivation);
    }

    void shortCut(Firing firing, Triple triple) {
      conclusions.add(Quad.create(graph(firing.rule().header().graph()), triple));
      Node derivation = Derivations.node(firing, triple.toString());
      Node graph = graph(DERIVATIONS);
      add(derivations, graph, derivation, RDF.subject.asNode(), triple.getSubject());
      add(derivations, graph, derivation, RDF.predicate.asNode(), triple.getPredicate());
      add(derivations, graph, derivation, RDF.object.asNode(), triple.getObject());
      derivation(firing, derivation);
    }

    private void derivation(Firing firing, Node derivation) {
      Node graph = graph(DERIVATIONS);
      Node rule =
          names.computeIfAbsent(firing.rule().header().name(), name -> Iris.thing("rule", name));
      add(derivations, graph, derivation, RDF.type.asNode(), Casus.DERIVATION);
      add(derivations, graph, derivation, Casus.DERIVED_BY, rule);
      firing.premises().forEach(premise -> add(derivations, graph, derivation, Prov.USED, premise));
    }

    private void period(List<Quad> out, Node graph, Node thing, Span span) {
      span.start()
          .date(date -> describe(graph, date))
          .ifPresent(date -> add(out, graph, thing, Casus.START, date));
      span.end()
          .date(date -> describe(graph, date))
          .ifPresent(date -> add(out, graph, thing, Casus.END, date));
      if (span.end() == Bound.OPEN && span.attestedUntil() != null) {
        add(
            out,
            graph,
            thing,
            Casus.ATTESTED_UNTIL,
            CalendarDates.day(span.attestedUntil().toString()));
      }
    }

    /** Later layers read the days of a date. */
    private void describe(Node graph, EdtfDate date) {
      if (dates.add(CalendarDates.node(date))) {
        CalendarDates.describe(date, triple -> conclusions.add(Quad.create(graph, triple)));
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

    private static void add(List<Quad> out, Node graph, Node subject, Node property, Node value) {
      out.add(Quad.create(graph, subject, property, value));
    }
  }
}
