package org.casus.model;

import java.util.Optional;

/**
 * One uninterrupted part of an actor in an agreement, with its own entry and exit.
 *
 * @param id slug
 * @param agreement the agreement
 * @param party the actor
 * @param role code of the scheme participation-role
 * @param phase number of the phase of the agreement, where a data set has phases
 * @param period from when to when
 * @param attestation what the record rests on
 */
public record Participation(
    String id,
    String agreement,
    String party,
    String role,
    Optional<Integer> phase,
    Period period,
    Attestation attestation)
    implements TableRow {}
