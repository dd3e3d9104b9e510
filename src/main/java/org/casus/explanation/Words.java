package org.casus.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.casus.iri.Iris;

/** Phrases that the formats for people share. */
final class Words {

  private Words() {}

  static String kind(Thing thing) {
    return thing.kinds().isEmpty()
        ? "thing"
        : thing.kinds().stream().map(Named::label).sorted().collect(Collectors.joining(", "));
  }

  /** {@code bond, from 1997-08-29, still going on}. */
  static String kindAndPeriod(Thing thing) {
    return kind(thing) + (thing.period() == null ? "" : ", " + thing.period().inWords());
  }

  static String graphs(List<String> iris) {
    return "["
        + iris.stream()
            .map(iri -> Iris.graphName(NodeFactory.createURI(iri)))
            .collect(Collectors.joining(", "))
        + "]";
  }

  /** {@code ATOP 4.01, alliance 4890; status verified}. */
  static String origin(Attestation attestation) {
    List<String> parts = new ArrayList<>();
    String locators = String.join("; ", attestation.locators());
    parts.add(labels(attestation.sources()) + (locators.isEmpty() ? "" : ", " + locators));
    if (!attestation.corroboratedBy().isEmpty()) {
      parts.add("corroborated by " + labels(attestation.corroboratedBy()));
    }
    if (!attestation.primarySources().isEmpty()) {
      parts.add("after " + labels(attestation.primarySources()));
    }
    if (attestation.status() != null) {
      parts.add("status " + attestation.status().label());
    }
    return String.join("; ", parts);
  }

  static String triple(DerivedTriple triple) {
    return triple.property().label()
        + " "
        + (triple.value().iri() == null ? quoted(triple.value().label()) : triple.value().label())
        + (triple.language().isEmpty() ? "" : " (" + triple.language() + ")");
  }

  static String quoted(String text) {
    return "“" + text + "”";
  }

  private static String labels(List<Named> named) {
    return named.stream().map(Named::label).collect(Collectors.joining(" and "));
  }
}
