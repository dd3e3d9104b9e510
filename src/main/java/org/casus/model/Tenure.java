package org.casus.model;

/**
 * One uninterrupted holding of an office by a person.
 *
 * @param id slug
 * @param person who held it
 * @param office what was held
 * @param period from when to when
 * @param acting whether in an acting capacity
 * @param attestation what the record rests on
 */
public record Tenure(
    String id, String person, String office, Period period, boolean acting, Attestation attestation)
    implements TableRow {}
