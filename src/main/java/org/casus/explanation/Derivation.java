package org.casus.explanation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One independent reason: a rule applied to premises.
 *
 * @param iri of the derivation
 * @param rule what was applied
 * @param definition what the rule says, in words; empty if the catalogue does not tell
 * @param period for which this reason alone holds; null if the conclusion is not bound to time
 * @param premises IRIs, in their order; each is a thing of the explanation
 * @param tells what the reason is one for, if it adds to a record that is there for another; empty
 *     if it is a reason why the record is there
 */
public record Derivation(
    String iri,
    Named rule,
    String definition,
    @Nullable Period period,
    List<String> premises,
    List<Told> tells) {

  /** Copies the lists. */
  public Derivation {
    premises = List.copyOf(premises);
    tells = List.copyOf(tells);
  }

  /** {@code has finding: not obliged}; empty for a reason why a record is there. */
  public String tellsInWords() {
    return tells.stream()
        .map(told -> told.property().label() + ": " + told.value().label())
        .sorted()
        .collect(Collectors.joining("; "));
  }

  /** The premises without the record that the reason adds to, since it does not rest on itself. */
  public List<String> premisesOf(String record) {
    return premises.stream().filter(premise -> !premise.equals(record)).toList();
  }

  /**
   * What a record says.
   *
   * @param value without IRI if it is a literal
   */
  public record Told(Named property, Named value) {}
}
