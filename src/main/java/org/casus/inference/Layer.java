package org.casus.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.CalendarDates;
import org.casus.iri.Iris;
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

  /** What is told of records besides what their rules say. */
  static final Set<Node> TOLD_OF_RECORDS =
      Stream.concat(
              Periods.OF_RECORDS.stream(),
              Stream.of(RDFS.label.asNode(), Casus.CERTAINTY, Prov.WAS_GENERATED_BY))
          .collect(Collectors.toUnmodifiableSet());

  private final List<ConstructRule> rules;
  private final boolean recursive;

  /**
   * Rules that run together.
   *
   * @param all those of all layers
   */
  Layer(List<ConstructRule> rules, Collection<ConstructRule> all) {
    this.rules = List.copyOf(rules);
    this.recursive =
        rules.stream()
            .anyMatch(rule -> rules.stream().anyMatch(other -> rule.asksForWhat(other, all)));
  }

  List<ConstructRule> rules() {
    return rules;
  }

  /** Whether a rule asks for what a rule of the layer concludes. */
  boolean isRecursive() {
    return recursive;
  }

  /**
   * Adds what follows.
   *
   * @param facts what is reasoned over; the sink adds conclusions to it
   * @param periods those of the facts and of what earlier layers concluded; gets those of records
   *     that this one does
   * @param world the name of a data set, a part of the names of records and graphs; empty for the
   *     curated graphs
   * @param demand what rules of this layer or of later ones may ask for
   */
  void apply(Graph facts, Periods periods, String world, Demand demand, ConclusionSink sink) {
    ConclusionSink out = recursive ? new ToldOnce(sink) : sink;
    boolean again;
    do {
      Conclusions conclusions = new Conclusions(periods, world, new Labels(facts), demand, out);
      fire(facts, periods, world).forEachRecord(conclusions::of);
      conclusions.dates();
      again = conclusions.handOn() && recursive;
    } while (again);
  }

  /** All firings of all rules. They wait, since a graph must not change while it is asked. */
  private WaitingFirings fire(Graph facts, Periods periods, String world) {
    WaitingFirings all = new WaitingFirings();
    for (ConstructRule rule : rules) {
      if (world.isEmpty() || rule.header().overDatasets()) {
        rule.fire(facts, periods, all::add);
      }
    }
    return all;
  }

  /** Leaves out what an earlier run told, since each run finds again what those before it did. */
  private static final class ToldOnce implements ConclusionSink {
    private final ConclusionSink sink;
    private final Set<Quad> told = new HashSet<>();

    ToldOnce(ConclusionSink sink) {
      this.sink = sink;
    }

    @Override
    public boolean conclusion(Node graph, Triple triple) {
      return sink.conclusion(graph, triple);
    }

    @Override
    public void aside(Quad quad) {
      if (told.add(quad)) {
        sink.aside(quad);
      }
    }
  }

  /** Hands on what the firings of one run conclude. */
  private static final class Conclusions {
    private final Periods periods;
    private final String world;
    private final Labels labels;
    private final Demand demand;
    private final ConclusionSink sink;
    private final WaitingConclusions waiting = new WaitingConclusions();
    private final Map<String, Node> graphs = new HashMap<>();
    private final Map<String, Node> rules = new HashMap<>();
    private final Map<Bound, Bound> computed = new HashMap<>();
    private final Map<Bound, Node> graphsOfDates = new HashMap<>();

    Conclusions(Periods periods, String world, Labels labels, Demand demand, ConclusionSink sink) {
      this.periods = periods;
      this.world = world;
      this.labels = labels;
      this.demand = demand;
      this.sink = sink;
    }

    /** Concludes from all firings for a record, or from one for which there is none. */
    void of(List<Firing> firings) {
      String record = firings.get(0).record();
      if (record == null) {
        firings.forEach(this::noRecord);
        return;
      }
      Map<Boolean, List<Firing>> timed =
          firings.stream().collect(Collectors.partitioningBy(firing -> firing.span() != null));
      if (!timed.get(false).isEmpty()) {
        record(timed.get(false), named(record, ""), null);
      }
      periods(record, timed.get(true));
    }

    private void noRecord(Firing firing) {
      Node subject = firing.subject();
      if (subject != null) {
        more(firing, subject);
      } else {
        firing.conclusions(triple -> shortCut(firing, triple));
      }
    }

    /**
     * One record for each unbroken period of the firings, which all conclude the same. Those whose
     * days no source covers are reasons where none holds on some of these days, as far as is known.
     */
    private void periods(String record, List<Firing> firings) {
      // Which of two dates for the same days is told must not depend on the order of the facts.
      firings.sort(Firing.ORDER);
      Map<Boolean, List<Firing>> covered =
          firings.stream().collect(Collectors.partitioningBy(firing -> span(firing).isCovered()));
      Map<String, Span> told = new HashMap<>();
      for (Map.Entry<Span, List<Firing>> joined :
          Span.coalesce(covered.get(true), Conclusions::span)) {
        Span span = joined.getKey();
        told.put(firstDay(span), span);
        record(joined.getValue(), named(record, "--" + firstDay(span)), span);
      }
      for (Map.Entry<Span, List<Firing>> joined :
          Span.coalesce(covered.get(false), Conclusions::span)) {
        Span span = joined.getKey();
        if (!told.containsKey(firstDay(span)) && told.values().stream().noneMatch(span::isWithin)) {
          record(joined.getValue(), named(record, "--" + firstDay(span)), span);
        }
      }
    }

    private static Span span(Firing firing) {
      return Objects.requireNonNull(firing.span());
    }

    private static String firstDay(Span span) {
      return span.start().earliest() == null ? "undated" : span.start().earliest().toString();
    }

    private Node named(String record, String period) {
      return NodeFactory.createURI(record + period + (world.isEmpty() ? "" : "--" + world));
    }

    /** Says once what several firings conclude of a record, and of each how it does. */
    private void record(List<Firing> firings, Node record, @Nullable Span span) {
      boolean covered = span == null || span.isCovered();
      boolean[] askedFor = {false};
      Set<Triple> told = new HashSet<>();
      Supplier<List<Triple>> own =
          () -> {
            List<Triple> triples = new ArrayList<>();
            firings.forEach(firing -> firing.conclusions(record, triples::add));
            return triples;
          };
      for (Firing firing : firings) {
        Node graph = graph(firing.rule().header().graph());
        Predicate<Triple> asked = demand.of(firing.rule(), own);
        Consumer<Triple> out =
            triple -> {
              if (told.add(triple)) {
                askedFor[0] |= tell(graph, triple, asked);
              }
            };
        firing.conclusions(record, out);
        if (world.isEmpty()) {
          // Of a hundred thousand records of a data set each would be a text that nobody reads.
          out.accept(Triple.create(record, RDFS.label.asNode(), labels.english(firing, covered)));
        }
        if (span != null) {
          period(record, span, out, graph);
        }
        if (!covered) {
          out.accept(Triple.create(record, Casus.CERTAINTY, Certainty.NOT_COVERED.concept()));
        }
        Node derivation = derivation(firing, record.getURI());
        derive(record, Prov.WAS_GENERATED_BY, derivation);
        if (firing.span() != null && !firing.span().isSamePeriodAs(span)) {
          period(derivation, firing.span(), this::derive, graph(DERIVATIONS));
        }
      }
      if (span != null
          && firings.stream().anyMatch(firing -> demand.ofPeriod(firing.rule(), askedFor[0]))) {
        waiting.add(record, told(span));
      }
    }

    private void more(Firing firing, Node subject) {
      Node graph = graph(firing.rule().header().graph());
      firing.conclusions(triple -> conclude(graph, triple));
      derive(subject, Prov.WAS_GENERATED_BY, derivation(firing, subject.getURI()));
    }

    private void shortCut(Firing firing, Triple triple) {
      conclude(graph(firing.rule().header().graph()), triple);
      Node derivation = derivation(firing, triple.toString());
      derive(derivation, RDF.subject.asNode(), triple.getSubject());
      derive(derivation, RDF.predicate.asNode(), triple.getPredicate());
      derive(derivation, RDF.object.asNode(), triple.getObject());
    }

    private Node derivation(Firing firing, String conclusion) {
      List<Node> premises = firing.premises();
      Node derivation = Derivations.node(firing.rule().header().name(), conclusion, premises);
      derive(derivation, RDF.type.asNode(), Casus.DERIVATION);
      derive(derivation, Casus.DERIVED_BY, rule(firing.rule().header().name()));
      premises.forEach(premise -> derive(derivation, Prov.USED, premise));
      return derivation;
    }

    private Node rule(String name) {
      return rules.computeIfAbsent(name, any -> Iris.thing("rule", any));
    }

    /** The period as it is told. */
    private Span told(Span span) {
      return new Span(told(span.start()), told(span.end()), span.limitOfSources());
    }

    private Bound told(Bound end) {
      return end.node() == null ? computed.computeIfAbsent(end, Bound::asTold) : end;
    }

    /**
     * Tells a period.
     *
     * @param dates graph for what dates mean
     */
    private void period(Node thing, Span span, Consumer<Triple> out, Node dates) {
      periods.tell(thing, told(span), out);
      for (Bound end : List.of(span.start(), span.end())) {
        if (end.node() == null && end.computed().isPresent()) {
          graphsOfDates.merge(end, dates, Conclusions::first);
        }
      }
    }

    /** Of two graphs always the same, in whichever order they come. */
    private static Node first(Node one, Node other) {
      return one.getURI().compareTo(other.getURI()) <= 0 ? one : other;
    }

    /** Tells of the computed dates, each in one of the graphs that need it. */
    void dates() {
      graphsOfDates.forEach(
          (end, graph) ->
              end.computed()
                  .ifPresent(
                      date -> CalendarDates.describe(date, triple -> conclude(graph, triple))));
    }

    /**
     * Hands on what rules may ask for.
     *
     * @return whether any triple was new
     */
    boolean handOn() {
      return waiting.handOn(sink, periods);
    }

    /** Tells a triple, and whether rules may ask for it. */
    private boolean tell(Node graph, Triple triple, Predicate<Triple> asked) {
      boolean askedFor = asked.test(triple);
      if (askedFor) {
        conclude(graph, triple);
      } else {
        sink.aside(Quad.create(graph, triple));
      }
      return askedFor;
    }

    private void conclude(Node graph, Triple triple) {
      waiting.add(graph, triple);
    }

    private void derive(Node subject, Node property, Node value) {
      derive(Triple.create(subject, property, value));
    }

    private void derive(Triple triple) {
      sink.aside(Quad.create(graph(DERIVATIONS), triple));
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
  }
}
