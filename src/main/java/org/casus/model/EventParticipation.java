package org.casus.model;

/**
 * The part of an actor in an event, as the source tells it.
 *
 * @param id slug
 * @param event the event
 * @param actor the actor
 * @param role code of the scheme event-role
 * @param attestation what the record rests on
 */
public record EventParticipation(
    String id, String event, String actor, String role, Attestation attestation)
    implements TableRow {}
