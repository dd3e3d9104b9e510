package org.casus.explanation;

/** How an explanation is written. Each format is text with a line end after the last line. */
public enum ExplanationFormat {
  /** A tree in words for a terminal; what was told further up is referred to. */
  TEXT {
    @Override
    public String render(Explanation explanation) {
      return new TextTree(explanation).render();
    }
  },
  /**
   * One object, whose keys are public; lists are never left out, what is unknown is.
   *
   * <pre>
   * explains        IRI
   * things          [ iri, label, kinds [NAMED], derived (boolean), graphs [IRI], period PERIOD,
   *                   attestations [ graph IRI, sources [NAMED], locators [text],
   *                                  corroboratedBy [NAMED], primarySources [NAMED],
   *                                  quotes [text], gists [text], status NAMED ],
   *                   derivations [DERIVATION] ]; the thing explained is first, each is there once
   * derivedTriples  [ property NAMED, value NAMED, language, graphs [IRI],
   *                   derivations [DERIVATION] ]
   * conclusions     [ subject NAMED, property NAMED, value NAMED, direct (boolean),
   *                   rules [NAMED], reasonsLost [IRI], reasonsLeft (number) ]
   *
   * NAMED           iri (not for a literal), label
   * PERIOD          start, end (EDTF; ".." is open), attestedUntil (ISO 8601)
   * DERIVATION      iri, rule [iri, label, definition], period PERIOD,
   *                 premises [IRI], each the iri of one of the things,
   *                 tells [ property NAMED, value NAMED ]; none for a reason why a thing is there
   * </pre>
   */
  JSON {
    @Override
    public String render(Explanation explanation) {
      return JsonDocument.of(explanation);
    }
  },
  /** The triples that the explanation was read from, sorted. Does not tell their graphs. */
  TURTLE {
    @Override
    public String render(Explanation explanation) {
      return TurtleDocument.of(explanation);
    }
  },
  /** A directed graph for Graphviz: things are boxes, reasons ellipses, sources notes. */
  DOT {
    @Override
    public String render(Explanation explanation) {
      return new DotGraph(explanation).render();
    }
  };

  /** The whole explanation as text. */
  public abstract String render(Explanation explanation);
}
