package org.casus.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.jspecify.annotations.Nullable;

/**
 * A query of the catalogue with a value for each of its parameters, ready to run any number of
 * times.
 */
public final class BoundQuery {
  private final CatalogueQuery query;
  private final Map<Var, Node> terms;

  BoundQuery(CatalogueQuery query, Map<Var, Node> terms) {
    this.query = query;
    this.terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** What was bound. */
  public CatalogueQuery query() {
    return query;
  }

  /** Parameters and the terms that they stand for, in the order of the header. */
  public Map<Var, Node> terms() {
    return terms;
  }

  /**
   * The text of the query with the values in the place of the parameters, without the header:
   * SPARQL 1.1 that runs anywhere as it stands.
   */
  public String sparql() {
    return QueryText.replaced(query.sparql(), query.query(), terms);
  }

  /**
   * Runs the query in a read transaction and copies all rows, so that the answer is complete or
   * there is none.
   *
   * @throws QueryCancelledException when the time limit in the context of the dataset ({@code
   *     ARQ.queryTimeout}) is exceeded
   */
  public ResultTable execute(DatasetGraph dataset) {
    return Txn.calculateRead(dataset, () -> run(dataset));
  }

  /**
   * The same on a Dataset.
   *
   * @see #execute(DatasetGraph)
   */
  public ResultTable execute(Dataset dataset) {
    return execute(dataset.asDatasetGraph());
  }

  private ResultTable run(DatasetGraph dataset) {
    QueryExecBuilder builder = QueryExec.dataset(dataset).query(query.query());
    for (Map.Entry<Var, Node> term : terms.entrySet()) {
      builder = builder.substitution(term.getKey(), term.getValue());
    }
    List<Var> columns = query.columns().stream().map(column -> Var.alloc(column.name())).toList();
    List<List<@Nullable Node>> rows = new ArrayList<>();
    try (QueryExec execution = builder.build()) {
      RowSet answer = execution.select();
      while (answer.hasNext()) {
        rows.add(row(answer.next(), columns));
      }
    }
    return new ResultTable(
        columns.stream().map(Var::getVarName).toList(), rows, query.query().getPrefixMapping());
  }

  private static List<@Nullable Node> row(Binding binding, List<Var> columns) {
    List<@Nullable Node> row = new ArrayList<>();
    for (Var column : columns) {
      row.add(binding.get(column));
    }
    return row;
  }
}
