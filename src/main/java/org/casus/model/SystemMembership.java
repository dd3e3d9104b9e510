package org.casus.model;

/**
 * One uninterrupted belonging of a state to the interstate system, by the criteria of a list of
 * states.
 *
 * @param id slug
 * @param state the state
 * @param period from when to when
 * @param attestation what the record rests on
 */
public record SystemMembership(String id, String state, Period period, Attestation attestation)
    implements TableRow {}
