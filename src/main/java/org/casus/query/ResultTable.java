package org.casus.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer, in memory.
 *
 * @param columns names, in the order of the query
 * @param rows one cell per column; null where the query left it unbound
 * @param prefixes those of the query, for rendering IRIs to people
 */
public record ResultTable(
    List<String> columns, List<List<@Nullable Node>> rows, PrefixMapping prefixes) {

  /** Copies the lists. */
  public ResultTable {
    columns = List.copyOf(columns);
    List<List<@Nullable Node>> copy = new ArrayList<>();
    for (List<@Nullable Node> row : rows) {
      copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /**
   * Some of the rows.
   *
   * @param offset how many are left out at the beginning
   * @param limit how many there are at most
   */
  public ResultTable page(int offset, int limit) {
    int from = Math.min(offset, rows.size());
    int to = from + Math.min(limit, rows.size() - from);
    return new ResultTable(columns, rows.subList(from, to), prefixes);
  }

  /** For Jena's writers. */
  RowSet rowSet() {
    List<Var> variables = columns.stream().map(Var::alloc).toList();
    return RowSetStream.create(
        variables, rows.stream().map(row -> binding(variables, row)).iterator());
  }

  private static Binding binding(List<Var> variables, List<@Nullable Node> row) {
    BindingBuilder builder = BindingFactory.builder();
    for (int column = 0; column < row.size(); column++) {
      @Nullable Node cell = row.get(column);
      if (cell != null) {
        builder.add(variables.get(column), cell);
      }
    }
    return builder.build();
  }
}
