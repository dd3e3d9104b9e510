package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A step from one variable to another that it influences. Links can be followed from the
 * independent to the dependent end.
 *
 * @param id slug
 * @param from the variable that influences
 * @param to the variable that is influenced
 * @param holders theories or explanations that hold it, as kind/slug
 * @param gist how it works
 * @param heldBy who states it
 * @param attestation what the record rests on
 */
public record CausalLink(
    String id,
    String from,
    String to,
    List<String> holders,
    Optional<String> gist,
    List<String> heldBy,
    Attestation attestation)
    implements TableRow {}
