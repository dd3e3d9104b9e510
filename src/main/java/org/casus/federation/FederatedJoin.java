package org.casus.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.service.bulk.ChainingServiceExecutorBulk;
import org.apache.jena.sparql.service.bulk.ServiceExecutorBulk;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.util.Symbol;
import org.casus.remote.CourteousClient;
import org.casus.remote.FarSideException;
import org.casus.remote.SolutionsInJson;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows with what an allowed service answers to the pattern of a {@code SERVICE} clause
 * (SPARQL 1.1 Federated Query, section 2). What the rows bind is sent along as {@code VALUES}
 * (section 2.4 of the same), many rows with a request, and each distinct combination once: one
 * request for each row, as is usual, would be a burden to the far side.
 *
 * <p>The answer of a request is used when it is there as a whole. Blank nodes do not travel: a row
 * with one joins as if it did not bind that variable, and is compared here.
 */
final class FederatedJoin implements ChainingServiceExecutorBulk {
  private static final int ROWS_IN_A_REQUEST = 200;
  private static final int MOST_REQUESTS = 50;
  private static final Symbol REQUESTS = Symbol.create("https://w3id.org/casus/server#requests");

  private final AllowedServices allowed;
  private final CourteousClient client;

  FederatedJoin(AllowedServices allowed, CourteousClient client) {
    this.allowed = allowed;
    this.client = client;
  }

  @Override
  public QueryIterator createExecution(
      OpService clause, QueryIterator input, ExecutionContext context, ServiceExecutorBulk next) {
    // What is asked was looked at before; this holds for whatever comes past that.
    URI address =
        allowed
            .address(clause.getService())
            .orElseThrow(
                () -> new QueryExecException("SERVICE " + clause.getService() + " is not allowed"));
    return QueryIterPlainWrapper.create(
        new IteratorDelayedInitialization<Binding>() {
          @Override
          protected Iterator<Binding> initializeIterator() {
            return joined(address, Remote.of(clause.getSubOp()), input, context).iterator();
          }
        },
        context);
  }

  private List<Binding> joined(
      URI address, Remote remote, QueryIterator input, ExecutionContext context) {
    Map<Binding, List<Binding>> inputs = new LinkedHashMap<>();
    try {
      input.forEachRemaining(
          row -> inputs.computeIfAbsent(remote.sent(row), key -> new ArrayList<>()).add(row));
    } finally {
      input.close();
    }
    // Rows of one request bind the same variables, so that a solution goes with one of them only.
    Map<Set<Var>, List<Binding>> keys = new LinkedHashMap<>();
    inputs
        .keySet()
        .forEach(
            key -> keys.computeIfAbsent(key.varsMentioned(), any -> new ArrayList<>()).add(key));
    List<Binding> result = new ArrayList<>();
    keys.forEach(
        (common, all) -> {
          for (int from = 0; from < all.size(); from += ROWS_IN_A_REQUEST) {
            List<Binding> batch = all.subList(from, Math.min(all.size(), from + ROWS_IN_A_REQUEST));
            for (Binding solution : ask(address, remote.query(common, batch), context)) {
              @Nullable List<Binding> rows = inputs.get(projected(solution, common, address));
              if (rows == null) {
                throw FarSideException.of(
                    address,
                    "gives back other values than it was sent ("
                        + solution
                        + "), so that nothing can be joined with them. Send items rather than numbers"
                        + " or dates.");
              }
              join(rows, remote.here(solution), result);
            }
          }
        });
    return result;
  }

  private static void join(List<Binding> rows, Binding solution, List<Binding> result) {
    for (Binding row : rows) {
      @Nullable Binding merged = Algebra.merge(row, solution);
      if (merged != null) {
        result.add(merged);
      }
    }
  }

  /** Which of the rows that were sent a solution belongs to. */
  private static Binding projected(Binding solution, Set<Var> common, URI address) {
    BindingBuilder builder = BindingFactory.builder();
    for (Var variable : common) {
      if (!solution.contains(variable)) {
        throw FarSideException.of(
            address,
            "answers without ?"
                + variable.getVarName()
                + ", which was sent to it: it does not understand VALUES.");
      }
      builder.add(variable, solution.get(variable));
    }
    return builder.build();
  }

  private List<Binding> ask(URI address, Query query, ExecutionContext context) {
    if (requests(context).incrementAndGet() > MOST_REQUESTS) {
      throw FarSideException.of(
          address,
          "would be asked more than "
              + MOST_REQUESTS
              + " times for one query. Let fewer rows meet SERVICE, and put OPTIONAL inside of it and"
              + " not around it.");
    }
    @Nullable AtomicBoolean cancelled = context.getCancelSignal();
    try {
      return client.post(
          address,
          Map.of("query", query.serialize(Syntax.syntaxSPARQL_11)),
          SolutionsInJson.MEDIA_TYPE,
          SolutionsInJson::read,
          () -> cancelled != null && cancelled.get());
    } catch (FarSideException fault) {
      throw fault.kind() == FarSideException.Kind.STOPPED ? new QueryCancelledException() : fault;
    }
  }

  /** Those of one execution: its context is its own. */
  private static AtomicInteger requests(ExecutionContext context) {
    synchronized (context.getContext()) {
      @Nullable AtomicInteger requests = context.getContext().get(REQUESTS);
      if (requests == null) {
        requests = new AtomicInteger();
        context.getContext().set(REQUESTS, requests);
      }
      return requests;
    }
  }

  /**
   * The pattern of a clause as a query for the far side.
   *
   * @param names variables of the pattern as they are in this query, and as the far side sees them:
   *     Jena renames those of sub-queries
   */
  private record Remote(Query query, Map<Var, Var> names) {

    static Remote of(Op pattern) {
      Op restored = Rename.reverseVarRename(pattern, true);
      Set<Var> visible = OpVars.visibleVars(restored);
      Map<Var, Var> names = new LinkedHashMap<>();
      for (Var inner : OpVars.visibleVars(pattern)) {
        String name = inner.getName();
        Var outer = Var.alloc(name.substring(name.lastIndexOf('/') + 1));
        if (visible.contains(outer)) {
          names.put(inner, outer);
        }
      }
      return new Remote(OpAsQuery.asQuery(restored), names);
    }

    /** What of a row is sent, in the variables of the far side. */
    Binding sent(Binding row) {
      BindingBuilder builder = BindingFactory.builder();
      names.forEach(
          (here, there) -> {
            if (row.contains(here) && !row.get(here).isBlank()) {
              builder.add(there, row.get(here));
            }
          });
      return builder.build();
    }

    Query query(Set<Var> bound, List<Binding> rows) {
      Element pattern =
          query.hasLimit()
                  || query.hasOffset()
                  || query.isDistinct()
                  || query.isReduced()
                  || query.hasGroupBy()
                  || query.hasAggregators()
                  || query.hasOrderBy()
                  || !query.isQueryResultStar()
              ? new ElementSubQuery(query)
              : query.getQueryPattern();
      ElementGroup group = new ElementGroup();
      if (!bound.isEmpty()) {
        ElementData values = new ElementData();
        bound.forEach(values::add);
        rows.forEach(values::add);
        group.addElement(values);
      }
      group.addElement(grouped(pattern));
      Query asked = new Query();
      asked.setQuerySelectType();
      asked.setQueryResultStar(false);
      names.values().stream()
          .sorted(Comparator.comparing(Var::getVarName))
          .forEach(asked::addResultVar);
      if (names.isEmpty()) {
        asked.setQueryResultStar(true);
      }
      asked.setQueryPattern(group);
      return asked;
    }

    /** In braces of its own, since FILTER and OPTIONAL in it are about the pattern alone. */
    private static ElementGroup grouped(Element pattern) {
      if (pattern instanceof ElementGroup group) {
        return group;
      }
      ElementGroup group = new ElementGroup();
      group.addElement(pattern);
      return group;
    }

    Binding here(Binding there) {
      BindingBuilder builder = BindingFactory.builder();
      names.forEach(
          (here, outer) -> {
            if (there.contains(outer)) {
              builder.add(here, there.get(outer));
            }
          });
      return builder.build();
    }
  }
}
