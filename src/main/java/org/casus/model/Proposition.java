package org.casus.model;

import java.util.List;

/**
 * A general sentence of theories.
 *
 * @param id slug
 * @param theories theories to whose core it belongs
 * @param gist the sentence
 * @param heldBy who states it
 * @param attestation what the record rests on
 */
public record Proposition(
    String id, List<String> theories, String gist, List<String> heldBy, Attestation attestation)
    implements TableRow {}
