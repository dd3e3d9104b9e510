package org.casus.mapping;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;

/**
 * Writes each date once, as a node that all who bear the date share: its EDTF text, its precision,
 * the value in the XSD type of that precision, and the first and last day that it can mean, so that
 * a query can compare dates of any precision.
 */
final class DateMapper {

  private final DatasetGraph dataset;
  private final Node graph;
  private final Set<EdtfDate> written = new HashSet<>();

  DateMapper(DatasetGraph dataset, Node graph) {
    this.dataset = dataset;
    this.graph = graph;
  }

  Node node(EdtfDate date) {
    Node node = Iris.thing("date", date.equals(EdtfDate.OPEN) ? "open" : date.text());
    if (written.add(date)) {
      write(node, date);
    }
    return node;
  }

  private void write(Node node, EdtfDate date) {
    ResourceWriter out = new ResourceWriter(dataset, graph, node, this);
    out.type(Casus.CALENDAR_DATE)
        .label(date.equals(EdtfDate.OPEN) ? "still going on" : date.text())
        .string(Casus.EDTF, java.util.Optional.of(date.text()))
        .node(Casus.PRECISION, Iris.concept("date-precision", date.precision().code()));
    if (date.approximate()) {
      out.flag(Casus.IS_APPROXIMATE, true);
    }
    date.firstDay().ifPresent(day -> out.node(Casus.FIRST_DAY, day(day.toString())));
    date.lastDay().ifPresent(day -> out.node(Casus.LAST_DAY, day(day.toString())));
    String value = date.text().replaceAll("[?~%]$", "");
    switch (date.precision()) {
      case DAY -> out.node(Casus.VALUE, day(value));
      case MONTH ->
          out.node(Casus.VALUE, NodeFactory.createLiteralDT(value, XSDDatatype.XSDgYearMonth));
      case YEAR -> out.node(Casus.VALUE, NodeFactory.createLiteralDT(value, XSDDatatype.XSDgYear));
      case INTERVAL, ONE_SIDED, OPEN -> {
        // none of them has a single XSD value
      }
    }
  }

  private static Node day(String text) {
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdate);
  }
}
