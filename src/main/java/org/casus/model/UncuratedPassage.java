package org.casus.model;

/**
 * Passages of an article from which no record is taken. The attestation names them.
 *
 * @param id slug
 * @param reason why there is no record
 * @param attestation what the record rests on
 */
public record UncuratedPassage(String id, String reason, Attestation attestation)
    implements TableRow {}
