package org.casus.model;

/**
 * One uninterrupted membership; a state that left and came back has two.
 *
 * @param id slug
 * @param member the member
 * @param organisation organisation or negotiation format
 * @param role code of the scheme membership-role
 * @param period from when to when
 * @param attestation what the record rests on
 */
public record Membership(
    String id,
    String member,
    String organisation,
    String role,
    Period period,
    Attestation attestation)
    implements TableRow {}
