package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A question that a study sets out to answer or proposes.
 *
 * @param id slug
 * @param gist the question
 * @param askedBy who asks
 * @param partOf question of which it is a part
 * @param aboutActors actors whose conduct it asks about
 * @param aim aim of the conduct it asks about
 * @param level code of the scheme level-of-analysis
 * @param attestation what the record rests on
 */
public record ResearchQuestion(
    String id,
    String gist,
    List<String> askedBy,
    Optional<String> partOf,
    List<String> aboutActors,
    Optional<String> aim,
    Optional<String> level,
    Attestation attestation)
    implements TableRow {}
