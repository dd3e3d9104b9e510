package org.casus.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem was found: a cell of a table or, for what only shows once rows are joined, a node
 * of a named graph together with the row that the node came from.
 *
 * @param file path relative to the project, with forward slashes; empty if no file is to blame
 * @param line first line of the row, counted from 1 as an editor does; 0 for the file as a whole
 * @param column name of the column as in the header; empty for the row as a whole
 * @param graph name of the graph, without the namespace; empty for problems found in a table
 * @param node IRI of the node; empty for problems found in a table
 */
public record Location(String file, long line, String column, String graph, String node)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing((Location location) -> location.file)
          .thenComparingLong(Location::line)
          .thenComparing(Location::column)
          .thenComparing(Location::graph)
          .thenComparing(Location::node);

  /** A file as a whole. */
  public static Location file(String file) {
    return new Location(file, 0, "", "", "");
  }

  public static Location row(String file, long line) {
    return new Location(file, line, "", "", "");
  }

  public static Location cell(String file, long line, String column) {
    return new Location(file, line, column, "", "");
  }

  /** A node of a graph; {@code origin} is the row that it was mapped from, if it is known. */
  public static Location node(String graph, String node, @Nullable Location origin) {
    return origin == null
        ? new Location("", 0, "", graph, node)
        : new Location(origin.file, origin.line, "", graph, node);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!column.isEmpty()) {
      text.append(" [").append(column).append(']');
    }
    if (!node.isEmpty()) {
      text.append(text.length() == 0 ? "" : " ").append('<').append(node).append('>');
    }
    if (!graph.isEmpty()) {
      text.append(" in graph ").append(graph);
    }
    return text.toString();
  }
}
