package org.casus.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column as the CSVW metadata describes it (W3C Metadata Vocabulary for Tabular Data, section
 * 5.6).
 *
 * @param name name of the column, the same as in the header
 * @param description what a cell tells
 * @param type what a cell, or an item of a list cell, is written as
 * @param pattern regular expression that a text must match, if the metadata gives one
 * @param list whether a cell holds several items joined by {@code ;}
 * @param required whether a cell may be empty
 * @param property IRI of the property that the column is mapped to; absent where the column is part
 *     of the identity of the row
 * @param reference file whose keys the items must be among, relative to the data directory; {@link
 *     #ANY_RECORD} for records of any kind, written as kind and slug
 * @param codes name of the code list that the items must be in
 * @param notBefore column whose date must not lie after this one
 */
public record Column(
    String name,
    String description,
    Type type,
    Optional<Pattern> pattern,
    boolean list,
    boolean required,
    Optional<String> property,
    Optional<String> reference,
    Optional<String> codes,
    Optional<String> notBefore) {

  /** Stands for all tables at once in {@link #reference}. */
  public static final String ANY_RECORD = "*";

  /** What an item is written as. */
  public enum Type {
    STRING,
    DATE,
    BOOLEAN,
    INTEGER,
    POINT
  }
}
