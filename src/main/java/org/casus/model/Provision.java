package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A provision of an agreement. Alliance obligations use the five kinds of ATOP. Empty lists of
 * debtors and creditors mean that each party owes it to each other party.
 *
 * @param id slug
 * @param agreement the agreement
 * @param kind code of the scheme provision-kind
 * @param gist what it provides
 * @param owedBy who owes it
 * @param owedTo to whom
 * @param condition event that makes it due
 * @param scope code of the scheme scope-kind
 * @param scopePlaces places named by the scope
 * @param stage stage of a peace plan
 * @param phase number of the phase of the agreement to which it belongs, where a data set has
 *     phases
 * @param period its own term, where it differs from that of the agreement
 * @param attestation what the record rests on
 */
public record Provision(
    String id,
    String agreement,
    String kind,
    String gist,
    List<String> owedBy,
    List<String> owedTo,
    Optional<String> condition,
    Optional<String> scope,
    List<String> scopePlaces,
    Optional<Integer> stage,
    Optional<Integer> phase,
    Period period,
    Attestation attestation)
    implements TableRow {}
