package org.casus.model;

import java.util.List;

/**
 * An interest that authors ascribe to an actor.
 *
 * @param id slug
 * @param actor whose interest
 * @param gist the interest
 * @param heldBy who ascribes it
 * @param about what it is about, as kind/slug
 * @param attestation what the record rests on
 */
public record Interest(
    String id,
    String actor,
    String gist,
    List<String> heldBy,
    List<String> about,
    Attestation attestation)
    implements TableRow {}
