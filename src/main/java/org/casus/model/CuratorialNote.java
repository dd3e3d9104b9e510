package org.casus.model;

import java.util.List;

/**
 * A fault or peculiarity of a source, recorded and not repaired.
 *
 * @param id slug
 * @param kind code of the scheme note-kind
 * @param about records as kind/slug
 * @param gist what was found
 * @param reading which reading the data follow
 * @param attestation what the record rests on
 */
public record CuratorialNote(
    String id,
    String kind,
    List<String> about,
    String gist,
    String reading,
    Attestation attestation)
    implements TableRow {}
