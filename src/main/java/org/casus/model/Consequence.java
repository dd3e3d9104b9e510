package org.casus.model;

import java.util.List;

/**
 * What events or agreements gave to or cost an actor, according to somebody.
 *
 * @param id slug
 * @param of events or agreements, as kind/slug
 * @param actor for whom
 * @param direction code of the scheme consequence-direction
 * @param gist what it was
 * @param heldBy who says so
 * @param attestation what the record rests on
 */
public record Consequence(
    String id,
    List<String> of,
    String actor,
    String direction,
    String gist,
    List<String> heldBy,
    Attestation attestation)
    implements TableRow {}
