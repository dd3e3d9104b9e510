package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.graph.CalendarDates;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moment at which a part of something begins, and what is in force then. */
class PeriodsTest {

  private final Graph facts = GraphFactory.createDefaultGraph();

  @ParameterizedTest
  @CsvSource({
    // The day of the part counts, however vague that of the whole is.
    "2000, , 2000-06-30, 1998-01-01, 2000-06-30, CERTAIN",
    "2000, , 2000-06-30, 2000-07-15, 2005-12-31,",
    // A vague part lies within the whole.
    "2000-06-30, 2000-07-15, 2000, 2000-06-30, 2000-07-15, CERTAIN",
    "2000-06-30, 2000-07-15, 2000, 2000-07-16, 2005-12-31,",
    "2000-06-30, , 2000, 2000-06-30, 2000-12-30, POSSIBLE",
    // Without a day of its own it begins with the whole; one that comes later, later.
    "2000-06-30, , , 2000-06-30, 2000-06-30, CERTAIN",
    ", , 2000-06-30, 2000-06-30, 2000-06-30, CERTAIN",
    "2000-06-30, , 2001-01-01, 2000-12-31, 2001-01-01, CERTAIN",
    "2000-06-30, , 2001-01-01, 2000-06-30, 2000-12-31,",
    // It does not begin before the whole does, nor after its end; and it begins some day.
    "2000-06-30, , 2000-01-01, 2000-06-30, 2000-06-30, CERTAIN",
    "2000-06-30, 2000-07-15, 2001-01-01, 1998-01-01, 2005-12-31,",
    ", 2000-07-15, , 1998-01-01, 2005-12-31,",
  })
  void partsBeginWithinTheWhole(
      @Nullable String wholeStart,
      @Nullable String wholeEnd,
      @Nullable String partStart,
      String start,
      String end,
      @Nullable Certainty expected) {
    Node whole = thing("war", wholeStart, wholeEnd);
    Node part = thing("part", partStart, null);
    Node duty = thing("duty", start, end);
    assertThat(new Periods(facts).inForce(duty, List.of(whole, part)).orElse(null))
        .isEqualTo(expected);
  }

  private Node thing(String name, @Nullable String start, @Nullable String end) {
    Node thing = Iris.thing("x", name);
    tell(thing, Casus.START, start);
    tell(thing, Casus.END, end);
    return thing;
  }

  private void tell(Node thing, Node property, @Nullable String date) {
    if (date != null) {
      EdtfDate told = EdtfDate.parse(date);
      facts.add(Triple.create(thing, property, CalendarDates.node(told)));
      CalendarDates.describe(told, facts::add);
    }
  }
}
