package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * The function of a variable in one theory.
 *
 * @param id slug
 * @param variable the variable
 * @param theory the theory
 * @param role code of the scheme variable-role
 * @param level code of the scheme level-of-analysis
 * @param heldBy who gives it that role
 * @param attestation what the record rests on
 */
public record VariableRole(
    String id,
    String variable,
    String theory,
    String role,
    Optional<String> level,
    List<String> heldBy,
    Attestation attestation)
    implements TableRow {}
