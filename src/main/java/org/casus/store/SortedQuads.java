package org.casus.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads without duplicates, in the order of their N-Quads lines. Each node is kept and written
 * once; the quads are rows of the ranks of their nodes. That gives the order of the lines, since no
 * form of a node continues with a character below the space that ends it.
 */
final class SortedQuads {
  private static final int FIRST_SIZE = 1024;
  private static final int SUBJECT = 0;
  private static final int PREDICATE = 1;
  private static final int OBJECT = 2;
  private static final int GRAPH = 3;

  private final Node[] nodes;
  private final String[] forms;
  private final int[][] columns;
  private final int size;

  private SortedQuads(Node[] nodes, String[] forms, int[][] columns, int size) {
    this.nodes = nodes;
    this.forms = forms;
    this.columns = columns;
    this.size = size;
  }

  /** Reads all of them, in any order. */
  static SortedQuads of(Iterable<Quad> quads) {
    Map<Node, Integer> numbers = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    int[][] rows = new int[4][FIRST_SIZE];
    int size = 0;
    for (Quad quad : quads) {
      Node graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
      Node[] row = {quad.getSubject(), quad.getPredicate(), quad.getObject(), graph};
      for (int column = 0; column < row.length; column++) {
        if (size == rows[column].length) {
          rows[column] = Arrays.copyOf(rows[column], 2 * size);
        }
        rows[column][size] =
            numbers.computeIfAbsent(
                row[column],
                node -> {
                  nodes.add(node);
                  return nodes.size() - 1;
                });
      }
      size++;
    }
    return sorted(nodes, rows, size);
  }

  private static SortedQuads sorted(List<Node> nodes, int[][] rows, int size) {
    String[] formOfNumber = new String[nodes.size()];
    Arrays.setAll(formOfNumber, number -> form(nodes.get(number)));
    int[] numberOfRank =
        IntStream.range(0, nodes.size())
            .boxed()
            .sorted(Comparator.comparing(number -> formOfNumber[number]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rankOfNumber = new int[numberOfRank.length];
    Node[] nodeOfRank = new Node[numberOfRank.length];
    String[] formOfRank = new String[numberOfRank.length];
    for (int rank = 0; rank < numberOfRank.length; rank++) {
      rankOfNumber[numberOfRank[rank]] = rank;
      nodeOfRank[rank] = nodes.get(numberOfRank[rank]);
      formOfRank[rank] = formOfNumber[numberOfRank[rank]];
    }
    for (int[] column : rows) {
      for (int row = 0; row < size; row++) {
        column[row] = rankOfNumber[column[row]];
      }
    }
    int[] order = RankOrder.of(rows, size, nodeOfRank.length);
    int[][] columns = new int[rows.length][size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || !RankOrder.same(rows, order[i - 1], order[i])) {
        for (int column = 0; column < columns.length; column++) {
          columns[column][kept] = rows[column][order[i]];
        }
        kept++;
      }
    }
    return new SortedQuads(nodeOfRank, formOfRank, columns, kept);
  }

  /** In N-Quads the default graph is where no graph is named. */
  private static String form(Node node) {
    return node.equals(Quad.defaultGraphIRI) ? "" : NodeFmtLib.strNT(node);
  }

  int size() {
    return size;
  }

  /** All nodes, each at its rank. */
  Node[] nodes() {
    return nodes;
  }

  /** The rank of the predicate of a quad. */
  int predicate(int quad) {
    return columns[PREDICATE][quad];
  }

  /** The rank of the subject of a quad. */
  int subject(int quad) {
    return columns[SUBJECT][quad];
  }

  /** The rank of the object of a quad. */
  int object(int quad) {
    return columns[OBJECT][quad];
  }

  boolean isInDefaultGraph(int quad) {
    return nodes[columns[GRAPH][quad]].equals(Quad.defaultGraphIRI);
  }

  /** Whether a quad has the triple of the one before it, which is then in another graph. */
  boolean repeatsTriple(int quad) {
    return quad > 0
        && columns[SUBJECT][quad] == columns[SUBJECT][quad - 1]
        && columns[PREDICATE][quad] == columns[PREDICATE][quad - 1]
        && columns[OBJECT][quad] == columns[OBJECT][quad - 1];
  }

  Quad quad(int quad) {
    return Quad.create(
        nodes[columns[GRAPH][quad]],
        nodes[columns[SUBJECT][quad]],
        nodes[columns[PREDICATE][quad]],
        nodes[columns[OBJECT][quad]]);
  }

  /** Writes a quad as a line of N-Quads. */
  void writeLine(int quad, Appendable out) throws IOException {
    out.append(forms[columns[SUBJECT][quad]]).append(' ');
    out.append(forms[columns[PREDICATE][quad]]).append(' ');
    out.append(forms[columns[OBJECT][quad]]).append(' ');
    String graph = forms[columns[GRAPH][quad]];
    if (!graph.isEmpty()) {
      out.append(graph).append(' ');
    }
    out.append(".\n");
  }

  /**
   * The ranks of the nodes of some quads, a column for each place: graph, where it is a named one,
   * subject, predicate and object.
   *
   * @param named those in named graphs, or those in the default graph
   */
  int[][] columns(boolean named) {
    int[] kept = IntStream.range(0, size).filter(quad -> isInDefaultGraph(quad) != named).toArray();
    IntStream places =
        named
            ? IntStream.of(GRAPH, SUBJECT, PREDICATE, OBJECT)
            : IntStream.of(SUBJECT, PREDICATE, OBJECT);
    return places
        .mapToObj(place -> Arrays.stream(kept).map(quad -> columns[place][quad]).toArray())
        .toArray(int[][]::new);
  }
}
