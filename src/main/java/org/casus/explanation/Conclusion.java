package org.casus.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would lose a reason if the thing explained were not there: a derived record or, with
 * property and value, a derived triple.
 *
 * @param subject the derived record, or the subject of the derived triple
 * @param property null for a record
 * @param value null for a record
 * @param direct whether the thing itself is a premise; otherwise something that would fall with it
 *     is
 * @param rules by which the reasons that would fall concluded
 * @param reasonsLost derivations that would fall, by their IRIs
 * @param reasonsLeft how many derivations would remain; without any the conclusion falls. What is
 *     left may cover a shorter period.
 */
public record Conclusion(
    Named subject,
    @Nullable Named property,
    @Nullable Named value,
    boolean direct,
    List<Named> rules,
    List<String> reasonsLost,
    int reasonsLeft) {

  /** Copies the lists. */
  public Conclusion {
    rules = List.copyOf(rules);
    reasonsLost = List.copyOf(reasonsLost);
  }

  /** Whether nothing would be left to say so. */
  public boolean falls() {
    return reasonsLeft == 0;
  }

  /** For people: the label of the record, or the triple by its labels. */
  public String label() {
    return property == null || value == null
        ? subject.label()
        : subject.label() + " " + property.label() + " " + value.label();
  }
}
