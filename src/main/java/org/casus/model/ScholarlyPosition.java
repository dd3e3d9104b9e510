package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A definition, thesis, caveat, implication or limit that authors state.
 *
 * @param id slug
 * @param kind code of the scheme position-kind
 * @param heldBy who holds it
 * @param gist the position
 * @param quote words that the article itself prints in quotation marks
 * @param about what it is about, as kind/slug
 * @param attestation what the record rests on
 */
public record ScholarlyPosition(
    String id,
    String kind,
    List<String> heldBy,
    String gist,
    Optional<String> quote,
    List<String> about,
    Attestation attestation)
    implements TableRow {}
