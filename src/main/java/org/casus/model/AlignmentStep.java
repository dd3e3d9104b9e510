package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * One step by which a stance was carried out.
 *
 * @param id slug
 * @param alignment the stance
 * @param level code of the scheme politics-level
 * @param gist the step
 * @param period from when to when
 * @param about what it concerns, as kind/slug
 * @param attestation what the record rests on
 */
public record AlignmentStep(
    String id,
    String alignment,
    Optional<String> level,
    String gist,
    Period period,
    List<String> about,
    Attestation attestation)
    implements TableRow {}
