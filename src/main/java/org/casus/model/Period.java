package org.casus.model;

import java.util.Optional;

/**
 * From when to when, both days counted in. An absent start or end is unknown; an end that is {@link
 * EdtfDate#OPEN} is known to lie after the date of the source. The two must not be confused.
 */
public record Period(Optional<EdtfDate> start, Optional<EdtfDate> end) {}
