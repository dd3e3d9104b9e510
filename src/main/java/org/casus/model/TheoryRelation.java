package org.casus.model;

import java.util.List;

/**
 * How one theory bears on another, as somebody sees it.
 *
 * @param id slug
 * @param from the theory that bears on the other
 * @param kind code of the scheme theory-relation
 * @param to the theory on which it bears
 * @param heldBy who sees it so
 * @param attestation what the record rests on
 */
public record TheoryRelation(
    String id, String from, String kind, String to, List<String> heldBy, Attestation attestation)
    implements TableRow {}
