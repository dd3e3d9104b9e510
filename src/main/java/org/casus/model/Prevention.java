package org.casus.model;

import java.util.Optional;

/**
 * Whether the war could have been prevented or delayed, how and at what price.
 *
 * @param preventability code of the scheme preventability
 * @param means means
 * @param price price
 */
public record Prevention(
    Optional<String> preventability, Optional<String> means, Optional<String> price) {}
