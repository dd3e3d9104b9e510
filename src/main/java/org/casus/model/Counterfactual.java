package org.casus.model;

import java.util.List;

/**
 * A conditional contrary to fact.
 *
 * @param id slug
 * @param antecedent the condition
 * @param consequent what would have followed
 * @param heldBy who holds it
 * @param about what it concerns, as kind/slug
 * @param attestation what the record rests on
 */
public record Counterfactual(
    String id,
    String antecedent,
    String consequent,
    List<String> heldBy,
    List<String> about,
    Attestation attestation)
    implements TableRow {}
