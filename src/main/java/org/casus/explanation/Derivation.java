package org.casus.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent reason: a rule applied to premises.
 *
 * @param iri of the derivation
 * @param rule what was applied
 * @param definition what the rule says, in words; empty if the catalogue does not tell
 * @param period for which this reason alone holds; null if the conclusion is not bound to time
 * @param premises IRIs, in their order; each is a thing of the explanation
 */
public record Derivation(
    String iri, Named rule, String definition, @Nullable Period period, List<String> premises) {

  /** Copies the list. */
  public Derivation {
    premises = List.copyOf(premises);
  }
}
