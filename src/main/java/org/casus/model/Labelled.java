package org.casus.model;

/** A row with a label of its own; the labels of all other rows are composed from such labels. */
public interface Labelled {

  /** English label, as the table has it. */
  String label();
}
