package org.casus.model;

import java.util.List;

/**
 * A fact or conduct whose reasons are sought.
 *
 * @param id slug
 * @param label name in English
 * @param gist what is to be explained
 * @param about what it concerns, as kind/slug
 * @param attestation what the record rests on
 */
public record Explanandum(
    String id, String label, String gist, List<String> about, Attestation attestation)
    implements TableRow, Labelled {}
