package org.casus.model;

/**
 * A paragraph, note or reference of an article. The attestation has exactly one locator, by which
 * records point to it.
 *
 * @param id slug
 * @param kind code of the scheme passage-kind
 * @param section heading under which it stands
 * @param attestation what the record rests on
 */
public record Passage(String id, String kind, String section, Attestation attestation)
    implements TableRow {}
