package org.casus.mapping;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.CalendarDates;
import org.casus.model.EdtfDate;

/** Writes the node of each date once into a graph. */
final class DateMapper {

  private final DatasetGraph dataset;
  private final Node graph;
  private final Set<EdtfDate> written = new HashSet<>();

  DateMapper(DatasetGraph dataset, Node graph) {
    this.dataset = dataset;
    this.graph = graph;
  }

  Node node(EdtfDate date) {
    if (written.add(date)) {
      CalendarDates.describe(date, triple -> dataset.add(Quad.create(graph, triple)));
    }
    return CalendarDates.node(date);
  }
}
