package org.casus.problem;

/** How much a problem weighs: an error stops the build, a warning is only told. */
public enum Severity {
  ERROR,
  WARNING;

  /** The word used in messages and in the problem table. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
