package org.casus.model;

import java.util.Locale;

/**
 * How precise a date is; {@code OPEN} is the end of what still goes on, {@code ONE_SIDED} a date of
 * which only the first or only the last possible day is known.
 */
public enum DatePrecision {
  DAY,
  MONTH,
  YEAR,
  INTERVAL,
  ONE_SIDED,
  OPEN;

  /** The notation in the concept scheme {@code date-precision} of the ontology. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
