package org.casus.reconciliation;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.model.EdtfDate;
import org.casus.reconciliation.Condition.Wanted;
import org.casus.vocab.Wikidata;

/**
 * A value that a query wants of a property, read as all that it may be.
 *
 * @param texts as it may stand in the graph
 * @param key of the name that it may be; empty if it is an identifier
 * @param entity the one that it identifies
 * @param date that it may be
 */
record Hint(List<String> texts, String key, Optional<Entity> entity, Optional<EdtfDate> date) {

  static Hint of(Wanted wanted, Authority authority) {
    String identifier = wanted.id().isEmpty() ? wanted.text() : wanted.id();
    return new Hint(
        Stream.of(wanted.id(), wanted.text())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(
                text ->
                    text.startsWith(Wikidata.ENTITY)
                        ? text.substring(Wikidata.ENTITY.length())
                        : text)
            .toList(),
        wanted.id().isEmpty() ? NameIndex.key(wanted.text()) : "",
        authority.identified(identifier),
        date(wanted.text()));
  }

  /** A date as tables write it, or the day of a time. */
  private static Optional<EdtfDate> date(String text) {
    String day = text.strip().replaceFirst("(?<=^\\d{4}-\\d{2}-\\d{2})T.*", "");
    try {
      return Optional.of(EdtfDate.parse(day));
    } catch (DateTimeException | IllegalArgumentException noDate) {
      return Optional.empty();
    }
  }

  /** Whether a value is the one that is wanted. */
  boolean fits(Value value, Authority authority) {
    if (value instanceof Value.Thing thing) {
      return entity.filter(thing.entity()::equals).isPresent()
          || !key.isEmpty() && authority.isNamed(thing.entity(), key);
    }
    if (value instanceof Value.Date given) {
      return date.filter(asked -> overlap(given.date(), asked)).isPresent();
    }
    return texts.stream().anyMatch(value.text()::equalsIgnoreCase)
        || value instanceof Value.Words
            && !key.isEmpty()
            && NameIndex.key(value.text()).equals(key);
  }

  /** Whether both can mean the same day; an end that had not come is only itself. */
  private static boolean overlap(EdtfDate one, EdtfDate other) {
    if (one.equals(EdtfDate.OPEN) || other.equals(EdtfDate.OPEN)) {
      return one.equals(other);
    }
    return !one.isAfter(other) && !other.isAfter(one);
  }
}
