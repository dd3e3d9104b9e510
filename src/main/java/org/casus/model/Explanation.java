package org.casus.model;

import java.util.List;

/**
 * An account of why something happened.
 *
 * @param id slug
 * @param label name in English
 * @param explains the explanandum
 * @param gist the account
 * @param drawsOn theories from which it is built
 * @param variables variables on which it rests
 * @param proposedBy who proposes it
 * @param combinedWith explanations together with which it is said to work
 * @param attestation what the record rests on
 */
public record Explanation(
    String id,
    String label,
    String explains,
    String gist,
    List<String> drawsOn,
    List<String> variables,
    List<String> proposedBy,
    List<String> combinedWith,
    Attestation attestation)
    implements TableRow, Labelled {}
