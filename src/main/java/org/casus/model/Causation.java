package org.casus.model;

import java.util.Optional;

/**
 * What is said to have caused what.
 *
 * @param cause cause
 * @param effect effect
 */
public record Causation(Optional<String> cause, Optional<String> effect) {}
