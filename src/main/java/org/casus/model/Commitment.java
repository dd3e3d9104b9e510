package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * Who is bound to what conduct for whose benefit.
 *
 * @param committed actors
 * @param beneficiaries actors
 * @param conduct what is to be done or left undone
 */
public record Commitment(
    List<String> committed, List<String> beneficiaries, Optional<String> conduct) {}
