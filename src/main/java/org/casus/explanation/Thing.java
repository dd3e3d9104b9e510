package org.casus.explanation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record that is explained: a derived one has derivations, a curated one attestations. A record
 * without either, such as a term of the ontology, has graphs only.
 *
 * @param kinds its classes, without those that follow by OWL
 * @param graphs IRIs of the graphs that say what it is
 * @param period null if it has neither start nor end
 * @param attestations one for each graph that names a source
 * @param derivations all reasons, in the order of what they tell, rule, period and premises
 */
public record Thing(
    String iri,
    String label,
    List<Named> kinds,
    List<String> graphs,
    @Nullable Period period,
    List<Attestation> attestations,
    List<Derivation> derivations) {

  /** Copies the lists. */
  public Thing {
    kinds = List.copyOf(kinds);
    graphs = List.copyOf(graphs);
    attestations = List.copyOf(attestations);
    derivations = List.copyOf(derivations);
  }

  /** Whether a rule concluded it. */
  public boolean isDerived() {
    return !derivations.isEmpty();
  }

  /**
   * The reasons by what they are for, {@link Derivation#tellsInWords}: those why the thing is there
   * come first, under the empty text.
   */
  public Map<String, List<Derivation>> reasons() {
    return derivations.stream()
        .collect(
            Collectors.groupingBy(Derivation::tellsInWords, TreeMap::new, Collectors.toList()));
  }
}
