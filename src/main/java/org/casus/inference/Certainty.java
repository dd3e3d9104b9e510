package org.casus.inference;

import org.apache.jena.graph.Node;
import org.casus.iri.Iris;

/** How far it is known that something was in force at a moment, as decision 0006 tells apart. */
enum Certainty {
  /** It was, on every reading of the dates. */
  CERTAIN("certain"),
  /** It was on some reading of the dates, and on another it was not. */
  POSSIBLE("possible"),
  /** Its sources end before that moment, and tell neither that it was nor that it was not. */
  NOT_COVERED("not-covered");

  private final Node concept;

  Certainty(String code) {
    this.concept = Iris.concept("certainty", code);
  }

  Node concept() {
    return concept;
  }
}
