package org.casus.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/** What a parameter may hold, and the RDF term that it becomes. */
public enum ParameterType {
  /** Any text; a plain literal. */
  STRING("a text") {
    @Override
    @Nullable Node term(String value, @Nullable String kind) {
      return NodeFactory.createLiteralString(value);
    }
  },
  /** A day; an xsd:date. A day that the calendar does not have is refused. */
  DATE("a date such as 2020-09-27") {
    @Override
    @Nullable Node term(String value, @Nullable String kind) {
      if (!DAY.matcher(value).matches()) {
        return null;
      }
      try {
        LocalDate.parse(value);
      } catch (DateTimeParseException noSuchDay) {
        return null;
      }
      return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate);
    }
  },
  /** A whole number; an xsd:integer. */
  INTEGER("a whole number such as 10") {
    @Override
    @Nullable Node term(String value, @Nullable String kind) {
      return INTEGRAL.matcher(value).matches()
          ? NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger)
          : null;
    }
  },
  /** An absolute IRI, in full. */
  IRI("an IRI such as https://w3id.org/casus/id/actor/russia") {
    @Override
    @Nullable Node term(String value, @Nullable String kind) {
      try {
        return IRIx.create(value).isAbsolute() ? NodeFactory.createURI(value) : null;
      } catch (IRIException notAnIri) {
        return null;
      }
    }
  },
  /** The last part of an IRI of Casus; the IRI when the parameter has a kind, else the word. */
  SLUG("a short name such as russia: lower-case letters, digits and single hyphens") {
    @Override
    @Nullable Node term(String value, @Nullable String kind) {
      if (!Slugs.PATTERN.matcher(value).matches()) {
        return null;
      }
      return kind == null ? NodeFactory.createLiteralString(value) : Iris.thing(kind, value);
    }
  };

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern INTEGRAL = Pattern.compile("[+-]?[0-9]{1,18}");

  private final String expectation;

  ParameterType(String expectation) {
    this.expectation = expectation;
  }

  /** As it is written in headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a right value looks like: "must be" goes before it. */
  public String expectation() {
    return expectation;
  }

  /** The term for a value, or null when the value is not of this type. */
  abstract @Nullable Node term(String value, @Nullable String kind);

  static Optional<ParameterType> of(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
