package org.casus.model;

/**
 * A property whose variation is used to explain. Its function belongs to its use in a theory: see
 * {@link VariableRole}.
 *
 * @param id slug
 * @param label name in English
 * @param gist what varies
 * @param attestation what the record rests on
 */
public record ExplanatoryVariable(String id, String label, String gist, Attestation attestation)
    implements TableRow, Labelled {}
