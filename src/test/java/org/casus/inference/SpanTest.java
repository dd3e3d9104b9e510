package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.graph.CalendarDates;
import org.casus.model.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Periods with all sorts of ends. They are written start/end: a date of EDTF, {@code open}, {@code
 * ?} for unknown, {@code -} for an end that sets no limit, and {@code @} before the last day
 * attested.
 */
class SpanTest {

  private final Graph dates = GraphFactory.createDefaultGraph();

  @ParameterizedTest
  @CsvSource({
    // The later start and the earlier end count, and a common day suffices.
    "1994-04-20/1999-04-20, 1993-09-24/2006-08-17, 1994-04-20/1999-04-20",
    "1994-04-20/1999-04-20, 1999-04-20/2006-08-17, 1999-04-20/1999-04-20",
    // An open end is later than any day.
    "1994-04-20/open, 1993-09-24/1999-04-20, 1994-04-20/1999-04-20",
    "1994-04-20/open, 1993-09-24/open, 1994-04-20/open",
    // An unknown end may come earlier, so that the latest day alone is known.
    "1994-04-20/?, 1993-09-24/1999-04-20, 1994-04-20/[..1999-04-20]",
    "1994-04-20/?, 1993-09-24/open, 1994-04-20/?",
    "?/1999-04-20, 1993-09-24/open, [1993-09-24..]/1999-04-20",
    "?/?, ?/?, ?/?",
    // What sets no limit leaves the other as it is.
    "-/-, 1993-09-24/?, 1993-09-24/?",
    "-/2010, 1993-09-24/open, 1993-09-24/2010",
    // Vague dates stay as they are written if one of them decides, or are drawn together.
    "1993/open, 1992-05-15/open, 1993/open",
    "1993/open, 1993-06-01/open, 1993-06-01..1993-12-31/open",
    // What is attested by both ends where the one that ends first does.
    "1993-01-22/open@2016-12-31, 1993-09-24/open@2012-12-31, 1993-09-24/open@2012-12-31",
    "1993-01-22/open@2016-12-31, 1993-09-24/open, 1993-09-24/open@2016-12-31"
  })
  void intersection(String one, String other, String expected) {
    assertThat(text(span(one).intersect(span(other)))).isEqualTo(expected);
    assertThat(text(span(other).intersect(span(one)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1999-04-20/1999-04-20, false",
    "1999-04-21/1999-04-20, true",
    "1999/1999-04-20, false",
    "2000/1999-04-20, true",
    "?/1999-04-20, false",
    "1999-04-20/?, false",
    "1999-04-20/open, false",
    "-/-, false"
  })
  void emptyIfNoDayIsPossible(String period, boolean empty) {
    assertThat(span(period).isEmpty()).isEqualTo(empty);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-31/2020@2016-12-31, true",
    "2017-01-01/2020@2016-12-31, false",
    "2017-01-01/open@2016-12-31, false",
    "2017-01-01/open, true",
    "2016/open@2016-12-31, true",
    "?/open@2016-12-31, true"
  })
  void coveredIfItBeginsBeforeTheSourcesStop(String period, boolean covered) {
    assertThat(span(period).isCovered()).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    // A strike of some day of 2020, in a war of known days.
    "2020-09-27..2020-12-31/2020-01-01..2020-11-10,"
        + " 2020-09-27..2020-11-10/2020-09-27..2020-11-10",
    "2020-09-27/2020, 2020-09-27/2020",
    // The last day would become certain, and perhaps there is no common day.
    "2020/2020-11-10, 2020/2020-11-10",
    "2020-09-27/2020-01-01..2020-11-10, 2020-09-27/2020-01-01..2020-11-10",
    // Ends that allow for each other already, or are unknown.
    "1999/2005, 1999/2005",
    "?/2005, ?/2005",
    "2005/open, 2005/open",
    "-/-, -/-"
  })
  void endsAllowForEachOtherUnlessADayBecomesCertain(String period, String expected) {
    assertThat(text(span(period).tightened())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // Both ends count, on every reading of the dates or on some.
    "1999-04-20/2020-09-27, 2020-09-27, CERTAIN",
    "1999-04-20/2020-09-26, 2020-09-27,",
    "2020-09-27/open, 2020-09-27, CERTAIN",
    "2020-09-28/open, 2020-09-27,",
    "2020/open, 2020-09-27, POSSIBLE",
    "1999/2020, 2020-09-27, POSSIBLE",
    "1999/2020-10-15, 2020-09-27..2020-10-15, CERTAIN",
    "1999/2020-10-14, 2020-09-27..2020-10-15, POSSIBLE",
    "2020-10-01/open, 2020-09-27..2020-10-15, POSSIBLE",
    // What is not known of an end makes it possible.
    "?/open, 2020-09-27, POSSIBLE",
    "1999/?, 2020-09-27, POSSIBLE",
    "1999/[..2020-12-31], 2020-09-27, POSSIBLE",
    "1999/[2020-12-31..], 2020-09-27, CERTAIN",
    // What is not known of the moment, too; one without a first day is none.
    "1999-04-20/open, [2020-09-27..], CERTAIN",
    "1999-04-20/2030, [2020-09-27..], POSSIBLE",
    "1999-04-20/open@2022-12-31, [2020-09-27..], POSSIBLE",
    "2021/2020-09-27, 2020-09-27,",
    "1999-04-20/open, [..2020-09-27],",
    // Sources that stop before it, in the midst of it, on the day.
    "1999/open@2016-12-31, 2020-09-27, NOT_COVERED",
    "1999/open@2020-09-30, 2020-09-27..2020-10-15, POSSIBLE",
    "1999/open@2020-09-27, 2020-09-27, CERTAIN",
    "1999/2018@2016-12-31, 2020-09-27,",
    "1999/2020-12-31@2021-12-31, 2020-09-27, CERTAIN"
  })
  void inForceAtAMoment(String period, String moment, @Nullable Certainty certainty) {
    assertThat(span(period).at(span(moment + "/?").start()).orElse(null)).isEqualTo(certainty);
  }

  @Nested
  class Coalescing {

    @Test
    void periodsThatOverlapAreOne() {
      assertThat(joined("1992/2000", "1995/2005")).containsExactly("1992/2005");
    }

    @Test
    void periodsThatMeetAreOne() {
      assertThat(joined("1992-05-15/1999-04-20", "1999-04-21/2002-10-07"))
          .containsExactly("1992-05-15/2002-10-07");
    }

    @Test
    void aDayBetweenKeepsThemApart() {
      assertThat(joined("1992-05-15/1999-04-20", "1999-04-22/2002-10-07"))
          .containsExactly("1992-05-15/1999-04-20", "1999-04-22/2002-10-07");
    }

    @Test
    void vagueDatesThatOnlyMayMeetKeepThemApart() {
      assertThat(joined("1992/1999", "1999/2005")).containsExactly("1992/1999", "1999/2005");
    }

    @Test
    void orderOfTheThingsDoesNotMatter() {
      assertThat(joined("2006-08-17/2012-06-28", "1992-05-15/1999-04-20"))
          .containsExactly("1992-05-15/1999-04-20", "2006-08-17/2012-06-28");
    }

    @Test
    void openEndTakesUpAllThatFollows() {
      assertThat(joined("1992-05-15/open", "2003-09-18/2012-06-28"))
          .containsExactly("1992-05-15/open");
    }

    @Test
    void openEndFollowsAClosedOne() {
      assertThat(joined("1992-05-15/2003-09-18", "2003-09-18/open"))
          .containsExactly("1992-05-15/open");
    }

    @Test
    void whatAnySourceAttestsIsAttested() {
      assertThat(joined("1993-01-22/open@2016-12-31", "1995-02-10/open@2012-12-31"))
          .containsExactly("1993-01-22/open@2016-12-31");
      assertThat(joined("1993-01-22/open@2016-12-31", "1994-04-20/open"))
          .containsExactly("1993-01-22/open");
    }

    @Test
    void unknownEndDoesNotReachALaterStart() {
      assertThat(joined("1999/?", "2010/open")).containsExactly("1999/?", "2010/open");
    }

    @Test
    void unknownStartsAreOnePeriod() {
      assertThat(joined("?/?", "?/open")).containsExactly("?/open");
    }

    @Test
    void sameFirstDayIsOnePeriodHoweverVague() {
      assertThat(joined("2021-09/2021-09", "[2021-09-01..]/[..2021-09-30]"))
          .containsExactly("2021-09/2021-09");
    }

    @Test
    void aPossiblePeriodWithinACertainOneAddsNothing() {
      assertThat(joined("2020-09-27/2020-11-10", "[2020-10-01..]/[..2020-11-10]"))
          .containsExactly("2020-09-27/2020-11-10");
    }

    private List<String> joined(String... periods) {
      return Span.coalesce(List.of(periods), SpanTest.this::span).stream()
          .map(Map.Entry::getKey)
          .map(SpanTest::text)
          .toList();
    }
  }

  private Span span(String text) {
    String[] parts = text.split("@");
    String[] ends = parts[0].split("/");
    return new Span(
        bound(ends[0]), bound(ends[1]), parts.length > 1 ? LocalDate.parse(parts[1]) : null);
  }

  private Bound bound(String text) {
    return switch (text) {
      case "?" -> Bound.UNKNOWN;
      case "-" -> Bound.NONE;
      case "open" -> Bound.OPEN;
      default -> {
        EdtfDate date = date(text);
        CalendarDates.describe(date, dates::add);
        yield Bound.of(dates, CalendarDates.node(date));
      }
    };
  }

  private static EdtfDate date(String text) {
    if (text.startsWith("[..")) {
      return EdtfDate.onOrBefore(LocalDate.parse(text.substring(3, text.length() - 1)));
    }
    int dots = text.indexOf("..");
    if (dots > 0 && !text.startsWith("[")) {
      return EdtfDate.between(
          LocalDate.parse(text.substring(0, dots)), LocalDate.parse(text.substring(dots + 2)));
    }
    return text.startsWith("[")
        ? EdtfDate.onOrAfter(LocalDate.parse(text.substring(1, text.length() - 3)))
        : EdtfDate.parse(text);
  }

  private static String text(Span span) {
    return text(span.start()) + "/" + text(span.end()) + attested(span.attestedUntil());
  }

  private static String attested(@Nullable LocalDate day) {
    return day == null ? "" : "@" + day;
  }

  private static String text(Bound bound) {
    if (bound == Bound.OPEN) {
      return "open";
    } else if (bound == Bound.NONE) {
      return "-";
    } else if (bound.node() != null) {
      String iri = bound.node().getURI();
      return iri.substring(iri.lastIndexOf("/date/") + 6)
          .replace("%5B", "[")
          .replace("%5D", "]")
          .replace("%2F", "..");
    } else if (bound.earliest() == null && bound.latest() == null) {
      return "?";
    } else if (bound.earliest() == null) {
      return "[.." + bound.latest() + "]";
    } else if (bound.latest() == null) {
      return "[" + bound.earliest() + "..]";
    }
    return bound.earliest() + ".." + bound.latest();
  }
}
