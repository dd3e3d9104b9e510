package org.casus.model;

import java.util.List;

/**
 * An undertaking by which actors seek to move a conflict.
 *
 * @param id slug
 * @param label name in English
 * @param of who launches it
 * @param gist what it aims at
 * @param leadsTo agreements or events in which it results, as kind/slug
 * @param period from when to when
 * @param attestation what the record rests on
 */
public record PolicyInitiative(
    String id,
    String label,
    List<String> of,
    String gist,
    List<String> leadsTo,
    Period period,
    Attestation attestation)
    implements TableRow, Labelled {}
