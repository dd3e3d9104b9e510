package org.casus.model;

import java.util.Optional;

/**
 * The part of an actor in an event, as the source tells it.
 *
 * @param id slug
 * @param event the event
 * @param actor the actor
 * @param role code of the scheme event-role
 * @param side name of the side within the event: parts with the same one stand together, parts with
 *     different ones against each other; empty if the source tells no sides
 * @param period from when to when, if the source tells days of the part itself; an end that is
 *     absent is that of the event
 * @param attestation what the record rests on
 */
public record EventParticipation(
    String id,
    String event,
    String actor,
    String role,
    Optional<String> side,
    Period period,
    Attestation attestation)
    implements TableRow {}
