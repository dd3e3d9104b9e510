package org.casus.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.system.Txn;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * A query of the catalogue with a value for each of its parameters, ready to run any number of
 * times. Rows that the query leaves in no order come in that of their cells, so that the same data
 * give the same answer, row by row.
 */
public final class BoundQuery {
  private final CatalogueQuery query;
  private final Map<String, String> values;
  private final Map<Var, Node> terms;

  BoundQuery(CatalogueQuery query, Map<String, String> values, Map<Var, Node> terms) {
    this.query = query;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** What was bound. */
  public CatalogueQuery query() {
    return query;
  }

  /** Names of parameters and their values as a person writes them, in the order of the header. */
  public Map<String, String> values() {
    return values;
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
   * Refuses values that name a thing of which the data know nothing: such a question would get an
   * empty answer, as if there were nothing to tell.
   *
   * @param similar gives things with similar names, as {@code KIND/SLUG} with what else helps to
   *     tell them, for a {@code KIND/SLUG}
   * @throws QueryUsageException with all such values at once
   */
  public void requireThings(DatasetGraph dataset, Function<String, List<String>> similar) {
    List<String> mistakes = new ArrayList<>();
    Txn.executeRead(
        dataset,
        () -> {
          for (Parameter parameter : query.parameters()) {
            parameter
                .thing(values.getOrDefault(parameter.name(), ""))
                .filter(thing -> !dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY))
                .ifPresent(thing -> mistakes.add(unknown(parameter, thing, similar)));
          }
        });
    if (!mistakes.isEmpty()) {
      throw new QueryUsageException(mistakes);
    }
  }

  private String unknown(Parameter parameter, Node thing, Function<String, List<String>> similar) {
    String name = thing.getURI().substring(Iris.THINGS.length());
    String kind = name.substring(0, name.indexOf('/') + 1);
    String perhaps =
        similar.apply(name).stream()
            .filter(each -> each.startsWith(kind))
            .map(each -> each.substring(kind.length()))
            .collect(Collectors.joining(", "));
    return "Parameter %s of query %s must be the short name of a thing of the kind %s that is in the data, not \"%s\"%s"
        .formatted(
            parameter.name(),
            query.name(),
            parameter.kind().orElseThrow(),
            values.get(parameter.name()),
            perhaps.isEmpty() ? "" : "; perhaps " + perhaps);
  }

  /**
   * Runs the query in a read transaction and copies all rows, so that the answer is complete or
   * there is none.
   *
   * @throws QueryCancelledException when the time limit in the context of the dataset ({@code
   *     ARQ.queryTimeout}) is exceeded
   */
  public ResultTable execute(DatasetGraph dataset) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution = execution(dataset).build()) {
            return table(execution.select());
          }
        });
  }

  /**
   * The same on a Dataset.
   *
   * @see #execute(DatasetGraph)
   */
  public ResultTable execute(Dataset dataset) {
    return execute(dataset.asDatasetGraph());
  }

  /**
   * Prepares an execution, to which the caller may add limits. Its rows are for {@link #table}.
   *
   * @param dataset which the caller has begun to read
   */
  public QueryExecBuilder execution(DatasetGraph dataset) {
    QueryExecBuilder builder = QueryExec.dataset(dataset).query(totallyOrdered());
    for (Map.Entry<Var, Node> term : terms.entrySet()) {
      builder = builder.substitution(term.getKey(), term.getValue());
    }
    return builder;
  }

  private Query totallyOrdered() {
    Query ordered = query.query().cloneQuery();
    query.columns().forEach(column -> ordered.addOrderBy(column.name(), Query.ORDER_ASCENDING));
    return ordered;
  }

  /** All rows that an {@link #execution} gave, as an answer. */
  public ResultTable table(Iterator<Binding> answer) {
    List<Var> columns = query.columns().stream().map(column -> Var.alloc(column.name())).toList();
    List<List<@Nullable Node>> rows = new ArrayList<>();
    answer.forEachRemaining(binding -> rows.add(row(binding, columns)));
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
