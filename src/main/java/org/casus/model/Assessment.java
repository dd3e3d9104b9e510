package org.casus.model;

import java.util.List;

/**
 * A judgement on explanations, theories or hypotheses.
 *
 * @param id slug
 * @param by who judges
 * @param of what is judged, as kind/slug
 * @param verdict code of the scheme verdict
 * @param reason why
 * @param attestation what the record rests on
 */
public record Assessment(
    String id,
    List<String> by,
    List<String> of,
    String verdict,
    String reason,
    Attestation attestation)
    implements TableRow {}
