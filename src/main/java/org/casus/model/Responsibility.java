package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * Who is held responsible for what.
 *
 * @param responsible actors
 * @param matter for what
 */
public record Responsibility(List<String> responsible, Optional<String> matter) {}
