package org.casus.model;

/**
 * The stress that a work lays on a variable, as an article reports.
 *
 * @param id slug
 * @param work bibliography key of the work
 * @param variable the variable
 * @param gist what the work does with it
 * @param attestation what the record rests on
 */
public record VariableEmphasis(
    String id, String work, String variable, String gist, Attestation attestation)
    implements TableRow {}
