package org.casus.model;

import java.util.Locale;

/** How precise a date is; {@code OPEN} is the end of what still goes on. */
public enum DatePrecision {
  DAY,
  MONTH,
  YEAR,
  INTERVAL,
  OPEN;

  /** The notation in the concept scheme {@code date-precision} of the ontology. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
