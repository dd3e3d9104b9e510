package org.casus.explanation;

import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Something that is only mentioned.
 *
 * @param iri null for a literal, such as a source that has no entry in the bibliography
 * @param label in English where there is such a label; the end of the IRI where there is none
 */
public record Named(@Nullable String iri, String label) {

  /** {@code KIND/SLUG (label)} for a thing of Casus, as people may write it; else the label. */
  public String reference() {
    return iri != null && iri.startsWith(Iris.THINGS)
        ? iri.substring(Iris.THINGS.length()) + " (" + label + ")"
        : label;
  }
}
