package org.casus.inference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.casus.graph.CalendarDates;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;

/**
 * The periods of things: of those that a graph tells of, what it says, read once; of records that
 * rules conclude, what they concluded, so that no graph needs to tell it for later rules. Many
 * things share few dates: what each says is shared, too.
 */
final class Periods {

  /** What tells of periods. No template does, since it is read once for all layers. */
  static final Set<Node> TERMS =
      Set.of(
          Casus.START,
          Casus.END,
          Casus.ATTESTED_UNTIL,
          Casus.SIGNED,
          Casus.FIRST_DAY,
          Casus.LAST_DAY,
          Casus.COVERS_UNTIL,
          Casus.CORROBORATED_BY,
          DCTerms.source.asNode());

  /** What a record with a period tells of it. */
  static final Set<Node> OF_RECORDS = Set.of(Casus.START, Casus.END, Casus.ATTESTED_UNTIL);

  private final Graph graph;
  private final Map<Node, Span> concluded = new HashMap<>();
  private final Map<Node, Span> known = new HashMap<>();
  private final Map<Node, Span> limits = new HashMap<>();
  private final Map<Node, Optional<LocalDate>> coverage = new HashMap<>();
  private final Map<Node, Bound> bounds = new HashMap<>();
  private final Map<Node, LocalDate> days = new HashMap<>();
  private final Map<LocalDate, Node> nodes = new HashMap<>();

  Periods(Graph graph) {
    this.graph = graph;
  }

  /**
   * Takes the period of a record that rules conclude, whatever the graph tells of it.
   *
   * @param span as it is told: an end that is not is {@link Bound#UNKNOWN}
   */
  void conclude(Node record, Span span) {
    concluded.put(record, span);
  }

  /**
   * The facts together with the periods that were concluded. Of records by the hundred thousand few
   * are ever asked for their dates; what each of them tells is not added to the facts.
   */
  Graph withFacts() {
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> facts = graph.find(pattern);
        return OF_RECORDS.contains(pattern.getPredicate()) || !pattern.getPredicate().isConcrete()
            ? facts.andThen(told(pattern))
            : facts;
      }
    };
  }

  /** Says when a period begins and ends, and until when its sources tell of it. */
  void tell(Node thing, Span span, Consumer<Triple> out) {
    if (span.start().node() != null) {
      out.accept(Triple.create(thing, Casus.START, span.start().node()));
    }
    if (span.end().node() != null) {
      out.accept(Triple.create(thing, Casus.END, span.end().node()));
    }
    LocalDate attested = span.limitOfSources();
    if (attested != null) {
      Node day = nodes.computeIfAbsent(attested, any -> CalendarDates.day(any.toString()));
      out.accept(Triple.create(thing, Casus.ATTESTED_UNTIL, day));
    }
  }

  private Iterator<Triple> told(Triple pattern) {
    Node record = pattern.getSubject();
    Span only = concluded.get(record);
    List<Triple> told = new ArrayList<>();
    Consumer<Triple> out =
        triple -> {
          if (pattern.matches(triple)) {
            told.add(triple);
          }
        };
    if (only != null) {
      tell(record, only, out);
    } else if (!record.isConcrete()) {
      concluded.forEach((any, span) -> tell(any, span, out));
    }
    return told.iterator();
  }

  /**
   * The period of a thing that holds for a time: an end that is not told is unknown. An agreement
   * of which only the signature is known begins no earlier than that (Vienna Convention on the Law
   * of Treaties, Articles 24 and 28; {@code force-before-signature-violation} warns of the
   * contrary).
   */
  Span of(Node thing) {
    Span told = concluded.get(thing);
    return told != null ? told : known.computeIfAbsent(thing, this::read);
  }

  private Span read(Node thing) {
    Span span = read(thing, Bound.UNKNOWN);
    return span.start() == Bound.UNKNOWN
        ? new Span(notBeforeSignature(thing), span.end(), span.attestedUntil())
        : span;
  }

  /** Whether it is told of a thing when it begins or when it ends. */
  boolean isDated(Node thing) {
    return limits(thing) != Span.ALWAYS;
  }

  /**
   * How far it is known that a thing was in force at a moment.
   *
   * @param moment things, each part of the one before it: the moment is when the last of them began
   *     of which that is told, no earlier than any other did, and not after the end of any
   * @return empty if it was not, on every reading of the dates, or if no first day is known
   */
  Optional<Certainty> inForce(Node thing, List<Node> moment) {
    LocalDate first = null;
    LocalDate last = null;
    LocalDate over = null;
    for (Node part : moment) {
      Span span = limits(part);
      if (span.start() != Bound.NONE) {
        LocalDate earliest = span.start().earliest();
        first = first == null || earliest != null && earliest.isAfter(first) ? earliest : first;
        last = span.start().latest();
      }
      LocalDate end = span.end().latest();
      over = over == null || end != null && end.isBefore(over) ? end : over;
    }
    if (first == null || over != null && over.isBefore(first)) {
      return Optional.empty();
    }
    if (over != null && (last == null || over.isBefore(last))) {
      last = over;
    }
    return of(thing)
        .at(new Bound(first, last == null || !last.isBefore(first) ? last : first, null));
  }

  private Bound notBeforeSignature(Node agreement) {
    return object(agreement, Casus.SIGNED)
        .map(date -> bound(date).earliest())
        .map(day -> new Bound(day, null, null))
        .orElse(Bound.UNKNOWN);
  }

  /**
   * What a thing adds to the limits of others: an end that is not told sets no limit. A thing
   * without a period of its own shares that of what it belongs to, however far its source reaches.
   */
  Span limits(Node thing) {
    Span told = concluded.get(thing);
    return told == null
        ? limits.computeIfAbsent(thing, any -> limits(read(any, Bound.NONE)))
        : limits(new Span(limit(told.start()), limit(told.end()), told.attestedUntil()));
  }

  private static Span limits(Span told) {
    return told.start() == Bound.NONE && told.end() == Bound.NONE ? Span.ALWAYS : told;
  }

  private static Bound limit(Bound end) {
    return end == Bound.UNKNOWN ? Bound.NONE : end;
  }

  private Span read(Node thing, Bound missing) {
    return new Span(
        bound(thing, Casus.START, missing), bound(thing, Casus.END, missing), attestedUntil(thing));
  }

  private Bound bound(Node thing, Node property, Bound missing) {
    return object(thing, property).map(this::bound).orElse(missing);
  }

  private Bound bound(Node date) {
    return bounds.computeIfAbsent(date, any -> Bound.of(graph, any));
  }

  /** The last day of which a work that attests the thing tells; null if one of them has no end. */
  private @Nullable LocalDate attestedUntil(Node thing) {
    Optional<Node> derived = object(thing, Casus.ATTESTED_UNTIL);
    if (derived.isPresent()) {
      return day(derived.get());
    }
    List<Node> works = new ArrayList<>();
    for (Node property : List.of(DCTerms.source.asNode(), Casus.CORROBORATED_BY)) {
      graph
          .find(thing, property, Node.ANY)
          .mapWith(triple -> triple.getObject())
          .forEach(works::add);
    }
    LocalDate last = null;
    for (Node work : works) {
      LocalDate covered = coverage.computeIfAbsent(work, this::coverageEnd).orElse(null);
      if (covered == null) {
        return null;
      }
      if (last == null || covered.isAfter(last)) {
        last = covered;
      }
    }
    return last;
  }

  private Optional<LocalDate> coverageEnd(Node work) {
    return object(work, Casus.COVERS_UNTIL)
        .flatMap(date -> object(date, Casus.LAST_DAY))
        .map(this::day);
  }

  private LocalDate day(Node literal) {
    return days.computeIfAbsent(literal, any -> LocalDate.parse(any.getLiteralLexicalForm()));
  }

  private Optional<Node> object(Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .nextOptional();
  }
}
