package org.casus.graph;

import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;

/**
 * Dates as nodes that all who bear the date share: its EDTF text, its precision, the value in the
 * XSD type of that precision, and the first and last day that it can mean, so that a query can
 * compare dates of any precision.
 */
public final class CalendarDates {

  private CalendarDates() {}

  /** The node of a date; equal dates have the same node. */
  public static Node node(EdtfDate date) {
    return Iris.thing("date", date.equals(EdtfDate.OPEN) ? "open" : date.text());
  }

  /** Tells everything about the node of a date. */
  public static void describe(EdtfDate date, Consumer<Triple> out) {
    Node node = node(date);
    add(out, node, RDF.type.asNode(), Casus.CALENDAR_DATE);
    String label = date.equals(EdtfDate.OPEN) ? "still going on" : date.text();
    add(out, node, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en"));
    add(out, node, Casus.EDTF, NodeFactory.createLiteralString(date.text()));
    add(out, node, Casus.PRECISION, Iris.concept("date-precision", date.precision().code()));
    if (date.approximate()) {
      add(
          out,
          node,
          Casus.IS_APPROXIMATE,
          NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    }
    date.firstDay().ifPresent(day -> add(out, node, Casus.FIRST_DAY, day(day.toString())));
    date.lastDay().ifPresent(day -> add(out, node, Casus.LAST_DAY, day(day.toString())));
    String value = date.text().replaceAll("[?~%]$", "");
    switch (date.precision()) {
      case DAY -> add(out, node, Casus.VALUE, day(value));
      case MONTH ->
          add(
              out,
              node,
              Casus.VALUE,
              NodeFactory.createLiteralDT(value, XSDDatatype.XSDgYearMonth));
      case YEAR ->
          add(out, node, Casus.VALUE, NodeFactory.createLiteralDT(value, XSDDatatype.XSDgYear));
      case INTERVAL, ONE_SIDED, OPEN -> {
        // none of them has a single XSD value
      }
    }
  }

  /** A day as a literal. */
  public static Node day(String text) {
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdate);
  }

  private static void add(Consumer<Triple> out, Node subject, Node property, Node value) {
    out.accept(Triple.create(subject, property, value));
  }
}
