package org.casus.dataset;

/** How much of a published data set the files of an import should hold. */
public enum Extent {
  /** All rows that were published: a file with fewer was cut off and is refused. */
  WHOLE,
  /** What the user chose to keep: fewer rows than were published are a warning. */
  PARTIAL
}
