package org.casus.model;

/**
 * A proposition apart from who says it, so that many may assert it and others deny it. Which of the
 * parts are given depends on the kind; the shapes say which are due.
 *
 * @param id slug
 * @param kind notation of a class below Claim
 * @param gist the proposition
 * @param subject what it is about
 * @param entitlement of entitlement claims
 * @param responsibility of responsibility claims
 * @param commitment of commitment claims
 * @param causation of causal claims
 * @param prevention of preventability claims
 * @param evaluation of evaluative claims
 * @param attestation what the record rests on
 */
public record Claim(
    String id,
    String kind,
    String gist,
    ClaimSubject subject,
    Entitlement entitlement,
    Responsibility responsibility,
    Commitment commitment,
    Causation causation,
    Prevention prevention,
    Evaluation evaluation,
    Attestation attestation)
    implements TableRow {}
