package org.casus.api;

import java.util.Optional;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/** Tells what an IRI of Casus names, and where it is shown on this server. */
final class Kinds {
  private static final String ONTOLOGY = Casus.BASE + "ontology#";

  /** The kind of ontology terms, which have no kind in their IRIs. */
  static final String TERM = "term";

  private Kinds() {}

  /** The kind of a thing, such as {@code actor}; empty for other IRIs. */
  static Optional<String> of(String iri) {
    if (iri.startsWith(ONTOLOGY)) {
      return Optional.of(TERM);
    }
    int slash = iri.startsWith(Iris.THINGS) ? iri.indexOf('/', Iris.THINGS.length()) : -1;
    return slash < 0 ? Optional.empty() : Optional.of(iri.substring(Iris.THINGS.length(), slash));
  }

  /** Where an IRI leads from a page of this server; empty for what is no web address. */
  static Optional<String> link(String iri) {
    if (iri.startsWith(Casus.BASE)) {
      return Optional.of("/" + iri.substring(Casus.BASE.length()));
    }
    return iri.startsWith("https://") || iri.startsWith("http://")
        ? Optional.of(iri)
        : Optional.empty();
  }

  /** An IRI as people see it: without what all IRIs of Casus begin with. */
  static String shortened(String iri) {
    if (iri.startsWith(Iris.THINGS)) {
      return iri.substring(Iris.THINGS.length());
    }
    return iri.startsWith(ONTOLOGY) ? "casus:" + iri.substring(ONTOLOGY.length()) : iri;
  }
}
