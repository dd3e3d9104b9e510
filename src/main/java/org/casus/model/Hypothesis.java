package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A conjecture that is put forward or reported for examination.
 *
 * @param id slug
 * @param gist the conjecture
 * @param posedBy who puts it forward
 * @param answers questions to which it responds
 * @param variables variables that it names
 * @param explains explanandum that it would explain
 * @param attestation what the record rests on
 */
public record Hypothesis(
    String id,
    String gist,
    List<String> posedBy,
    List<String> answers,
    List<String> variables,
    Optional<String> explains,
    Attestation attestation)
    implements TableRow {}
