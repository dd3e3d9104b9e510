package org.casus.inference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A period with what is known of its ends. Periods are closed: the last day counts. Dates may be
 * vague, and so there are days on which a period certainly holds and days on which it possibly
 * does; {@link #intersect} keeps both exact.
 *
 * @param start the first day
 * @param end the last day
 * @param attestedUntil the last day of which any source of it tells; null if the sources set no
 *     such limit; see {@link #limitOfSources}
 */
record Span(Bound start, Bound end, @Nullable LocalDate attestedUntil) {

  private static final Comparator<Span> BY_START =
      Comparator.comparing((Span span) -> day(span.start.earliest(), LocalDate.MIN))
          .thenComparing(span -> day(span.start.latest(), LocalDate.MAX))
          .thenComparing(span -> day(span.end.latest(), LocalDate.MAX));

  /** Sets no limit. */
  static final Span ALWAYS = new Span(Bound.NONE, Bound.NONE, null);

  /** The days on which both hold. */
  Span intersect(Span other) {
    Bound first = Bound.later(start, other.start);
    Bound last = Bound.earlier(end, other.end);
    LocalDate attested =
        attestedUntil == null
            ? other.attestedUntil
            : other.attestedUntil == null || attestedUntil.isBefore(other.attestedUntil)
                ? attestedUntil
                : other.attestedUntil;
    // Hundreds of thousands of periods are mostly that of an agreement or a membership.
    for (Span span : List.of(this, other)) {
      if (span.start == first && span.end == last && Objects.equals(span.attestedUntil, attested)) {
        return span;
      }
    }
    return new Span(first, last, attested);
  }

  /**
   * The same with ends that allow for each other: a period does not begin after the last day on
   * which it can end, nor end before the first on which it can begin. Leaves the ends as they are
   * where that would make a day certain, since a common period need not exist at all.
   */
  Span tightened() {
    LocalDate latestStart = start.latest();
    LocalDate earliestEnd = end.earliest();
    LocalDate first = start.earliest();
    LocalDate last = end.latest();
    if (latestStart == null || earliestEnd == null || first == null || last == null) {
      return this;
    }
    LocalDate by = latestStart.isAfter(last) ? last : latestStart;
    LocalDate from = earliestEnd.isBefore(first) ? first : earliestEnd;
    if (!by.isAfter(from)) {
      return this;
    }
    return new Span(
        by.equals(latestStart) ? start : new Bound(first, by, null),
        from.equals(earliestEnd) ? end : new Bound(from, last, null),
        attestedUntil);
  }

  /** Whether it certainly holds on no day. */
  boolean isEmpty() {
    LocalDate first = start.earliest();
    LocalDate last = end.latest();
    return first != null && last != null && first.isAfter(last);
  }

  /**
   * How far it is known that it holds at a moment.
   *
   * @param moment between which days it lies
   * @return empty if it does not, on every reading of the dates, or if the moment has no first day
   */
  Optional<Certainty> at(Bound moment) {
    LocalDate first = moment.earliest();
    LocalDate last = moment.latest();
    LocalDate begin = start.earliest();
    LocalDate over = end.latest();
    if (first == null
        || isEmpty()
        || begin != null && last != null && begin.isAfter(last)
        || over != null && over.isBefore(first)) {
      return Optional.empty();
    }
    LocalDate limit = limitOfSources();
    if (limit != null && limit.isBefore(first)) {
      return Optional.of(Certainty.NOT_COVERED);
    }
    LocalDate certainBegin = start.latest();
    LocalDate certainEnd = end.earliest();
    boolean lasting =
        end == Bound.OPEN
            ? limit == null || last != null && !limit.isBefore(last)
            : last != null
                && certainEnd != null
                && !certainEnd.isBefore(last)
                && (limit == null || !limit.isBefore(last));
    boolean certain = certainBegin != null && !certainBegin.isAfter(first) && lasting;
    return Optional.of(certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
  }

  /**
   * Whether the sources tell of some of its days, as far as is known. Where their coverage ends
   * before it begins, they tell neither that it holds nor that it does not.
   */
  boolean isCovered() {
    LocalDate first = start.earliest();
    return attestedUntil == null || first == null || !first.isAfter(attestedUntil);
  }

  /**
   * Periods of the same thing as the fewest periods that hold on the same days, as coalescing does
   * in temporal databases. Two are joined if no day lies between them on any reading of the dates.
   * Where both may begin on the same first day, they are taken for one: nothing tells that a day
   * lies between them, and the first day is what tells the periods of a thing apart.
   *
   * @param things what the periods are of
   * @return each joined period, with the things that make it up, in order of time
   */
  static <T> List<Map.Entry<Span, List<T>>> coalesce(List<T> things, Function<T, Span> span) {
    List<T> sorted = new ArrayList<>(things);
    sorted.sort(Comparator.comparing(span, BY_START));
    List<Map.Entry<Span, List<T>>> joined = new ArrayList<>();
    for (T thing : sorted) {
      Span next = span.apply(thing);
      Map.Entry<Span, List<T>> last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.getKey().reaches(next)) {
        last.getValue().add(thing);
        joined.set(joined.size() - 1, Map.entry(last.getKey().join(next), last.getValue()));
      } else {
        joined.add(Map.entry(next, new ArrayList<>(List.of(thing))));
      }
    }
    return joined;
  }

  /**
   * Whether the period, which begins no later, touches the other on every reading of the dates, or
   * encloses it, or may begin on the very same first day.
   */
  private boolean reaches(Span other) {
    if (end == Bound.OPEN || end == Bound.NONE || encloses(other)) {
      return true;
    }
    if (Objects.equals(start.earliest(), other.start.earliest())) {
      return true;
    }
    LocalDate certainEnd = end.earliest();
    LocalDate certainStart = other.start.latest();
    return certainEnd != null
        && certainStart != null
        && !certainEnd.plusDays(1).isBefore(certainStart);
  }

  /** Whether every day on which this possibly holds is one on which the other possibly does. */
  boolean isWithin(Span other) {
    LocalDate first = start.earliest();
    LocalDate otherFirst = other.start.earliest();
    LocalDate last = end.latest();
    LocalDate otherLast = other.end.latest();
    return (otherFirst == null || first != null && !otherFirst.isAfter(first))
        && (otherLast == null || last != null && !otherLast.isBefore(last));
  }

  /** Whether every day on which the other possibly holds is one on which this certainly does. */
  private boolean encloses(Span other) {
    LocalDate certainStart = start.latest();
    LocalDate certainEnd = end.earliest();
    LocalDate first = other.start.earliest();
    LocalDate last = other.end.latest();
    return certainStart != null
        && certainEnd != null
        && first != null
        && last != null
        && !certainStart.isAfter(first)
        && !certainEnd.isBefore(last);
  }

  /** The days on which either holds, if they touch. */
  private Span join(Span other) {
    Bound first =
        start == Bound.NONE || other.start == Bound.NONE
            ? Bound.NONE
            : Bound.earlier(start, other.start);
    if (isUnlimited(end) && isUnlimited(other.end)) {
      return new Span(first, end == Bound.NONE ? end : other.end, laterAttestation(other));
    }
    if (isUnlimited(end)) {
      return new Span(first, end, attestedUntil);
    }
    return isUnlimited(other.end)
        ? new Span(first, other.end, other.attestedUntil)
        : new Span(first, Bound.later(end, other.end), laterAttestation(other));
  }

  private @Nullable LocalDate laterAttestation(Span other) {
    if (attestedUntil == null || other.attestedUntil == null) {
      return null;
    }
    return attestedUntil.isAfter(other.attestedUntil) ? attestedUntil : other.attestedUntil;
  }

  /** Whether both say the same of the days. */
  boolean isSamePeriodAs(@Nullable Span other) {
    return other != null
        && start.equals(other.start)
        && end.equals(other.end)
        && Objects.equals(limitOfSources(), other.limitOfSources());
  }

  /**
   * The last day of which any source tells, where that matters: of an open end, and of a period of
   * which they do not cover all days; otherwise null.
   */
  @Nullable LocalDate limitOfSources() {
    LocalDate last = end.latest();
    boolean matters =
        attestedUntil != null
            && (end == Bound.OPEN || !isCovered() || last != null && attestedUntil.isBefore(last));
    return matters ? attestedUntil : null;
  }

  private static boolean isUnlimited(Bound end) {
    return end == Bound.OPEN || end == Bound.NONE;
  }

  private static LocalDate day(@Nullable LocalDate day, LocalDate otherwise) {
    return day == null ? otherwise : day;
  }
}
