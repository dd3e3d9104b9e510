package org.casus.inference;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.casus.graph.CalendarDates;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;

/**
 * One end of a period, as far as it is known: the earliest and the latest day that it can be, both
 * of which may be unknown. Three ends have no day: {@link #UNKNOWN}; {@link #NONE}, which sets no
 * limit; and {@link #OPEN}, an end that had not come at the date of the source.
 *
 * @param earliest the earliest day that it can be
 * @param latest the latest day that it can be
 * @param node the date as the data write it; absent if it was computed
 */
record Bound(@Nullable LocalDate earliest, @Nullable LocalDate latest, @Nullable Node node) {

  static final Bound UNKNOWN = new Bound(null, null, null);
  static final Bound NONE = new Bound(null, null, null);
  static final Bound OPEN = new Bound(null, null, CalendarDates.node(EdtfDate.OPEN));

  /** What a node of a date says. */
  static Bound of(Graph graph, Node date) {
    return date.equals(OPEN.node)
        ? OPEN
        : new Bound(day(graph, date, Casus.FIRST_DAY), day(graph, date, Casus.LAST_DAY), date);
  }

  private static @Nullable LocalDate day(Graph graph, Node date, Node property) {
    return graph
        .find(date, property, Node.ANY)
        .mapWith(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
        .nextOptional()
        .orElse(null);
  }

  /** The later of two starts. */
  static Bound later(Bound one, Bound other) {
    if (one == NONE || other == NONE) {
      return one == NONE ? other : one;
    }
    return combined(
        max(one.earliest, other.earliest, true), max(one.latest, other.latest, false), one, other);
  }

  /** The earlier of two ends. */
  static Bound earlier(Bound one, Bound other) {
    if (one == NONE || other == NONE) {
      return one == NONE ? other : one;
    }
    if (one == OPEN || other == OPEN) {
      return one == OPEN ? other : one;
    }
    return combined(
        min(one.earliest, other.earliest, false), min(one.latest, other.latest, true), one, other);
  }

  /** One of the two if it says the same, so that the date stays as its source writes it. */
  private static Bound combined(
      @Nullable LocalDate earliest, @Nullable LocalDate latest, Bound one, Bound other) {
    for (Bound bound : new Bound[] {one, other}) {
      if (Objects.equals(bound.earliest, earliest) && Objects.equals(bound.latest, latest)) {
        return bound;
      }
    }
    return new Bound(earliest, latest, null);
  }

  private static @Nullable LocalDate max(
      @Nullable LocalDate one, @Nullable LocalDate other, boolean oneSuffices) {
    if (one == null || other == null) {
      return oneSuffices ? (one == null ? other : one) : null;
    }
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable LocalDate min(
      @Nullable LocalDate one, @Nullable LocalDate other, boolean oneSuffices) {
    if (one == null || other == null) {
      return oneSuffices ? (one == null ? other : one) : null;
    }
    return one.isBefore(other) ? one : other;
  }

  /** An end that was computed, with its date; {@link #UNKNOWN} where nothing is known. */
  Bound asTold() {
    return computed()
        .map(date -> new Bound(earliest, latest, CalendarDates.node(date)))
        .orElse(UNKNOWN);
  }

  /** The date of an end that was computed; empty where nothing is known. */
  Optional<EdtfDate> computed() {
    if (earliest != null && latest != null) {
      return Optional.of(EdtfDate.between(earliest, latest));
    }
    if (earliest != null) {
      return Optional.of(EdtfDate.onOrAfter(earliest));
    }
    return Optional.ofNullable(latest).map(EdtfDate::onOrBefore);
  }
}
