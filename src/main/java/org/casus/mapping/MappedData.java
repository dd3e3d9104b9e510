package org.casus.mapping;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.problem.Location;

/**
 * The curated graphs in memory.
 *
 * @param dataset the named graphs
 * @param origins the row that each record comes from, so that a problem found in the graph can name
 *     the line to mend
 */
public record MappedData(DatasetGraph dataset, Map<Node, Location> origins) {}
