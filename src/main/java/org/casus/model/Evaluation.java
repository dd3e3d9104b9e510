package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * Whose conduct is judged, and in which direction.
 *
 * @param evaluated actors
 * @param valence code of the scheme valence
 */
public record Evaluation(List<String> evaluated, Optional<String> valence) {}
