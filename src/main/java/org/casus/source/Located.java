package org.casus.source;

import org.casus.problem.Location;

/**
 * Something read from a file, with the place where it begins.
 *
 * @param value what was read
 * @param location file and line
 * @param <T> its type
 */
public record Located<T>(T value, Location location) {}
