package org.casus.model;

/**
 * Who controlled a territory on the ground, whatever the law says.
 *
 * @param id slug
 * @param territory the place
 * @param controller the actor
 * @param period from when to when
 * @param attestation what the record rests on
 */
public record ControlPeriod(
    String id, String territory, String controller, Period period, Attestation attestation)
    implements TableRow {}
