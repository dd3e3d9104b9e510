package org.casus.server;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.web.HttpSC;
import org.casus.http.Evaluator;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.jspecify.annotations.Nullable;

/**
 * The query operation of the SPARQL 1.1 Protocol, narrowed by {@link QueryPolicy} and run by the
 * {@link Evaluator} of its service.
 *
 * <p>Fuseki sends rows while it finds them; when the time is up after the first row it can only
 * break off an answer that has begun with status 200. Here all rows are found first, so that the
 * client gets the whole answer or an error.
 */
final class ReadOnlyQuery extends SPARQL_QueryDataset {
  private static final String UPDATE = "update";
  private static final String TIMEOUT = "timeout";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,3})?");

  /** What gives another answer each time; also escaped, since escapes are legal in a keyword. */
  private static final Pattern CHANGING =
      Pattern.compile("\\\\u|\\b(?:RAND|NOW|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

  @Override
  public void validate(HttpAction action) {
    ContentType type = ActionLib.getContentType(action);
    boolean updateBody =
        type != null && WebContent.contentTypeSPARQLUpdate.equals(type.getContentTypeStr());
    if (updateBody || action.getRequestParameter(UPDATE) != null) {
      // What is left unread would break the client's next request on the same connection.
      ActionLib.consumeBody(action);
      ServletOps.error(HttpSC.FORBIDDEN_403, QueryPolicy.READ_ONLY);
    }
    super.validate(action);
  }

  @Override
  protected void execute(String text, HttpAction action) {
    Evaluator evaluator = Settings.evaluator(action.getContext());
    try {
      Query query = parse(text, evaluator);
      long milliseconds = time(action.getRequestParameter(TIMEOUT), evaluator);
      if (CHANGING.matcher(text).find()) {
        action.setResponseHeader("Cache-Control", "no-store");
      }
      answer(action, evaluator, query, milliseconds);
    } catch (Refusal refusal) {
      throw error(action, refusal);
    }
  }

  /** A refusal as Fuseki wants it. */
  static ActionErrorException error(HttpAction action, Refusal refusal) {
    refusal
        .retryAfter()
        .ifPresent(
            after -> action.setResponseHeader("Retry-After", Long.toString(after.toSeconds())));
    return new ActionErrorException(refusal.status(), refusal.sentence(), null);
  }

  private static Query parse(String text, Evaluator evaluator) {
    if (text.length() > evaluator.limits().queryLength()) {
      throw new Refusal(
          HttpSC.PAYLOAD_TOO_LARGE_413,
          "The query has %d characters, and at most %d are read: ask in several queries, or put long lists of values into a graph pattern."
              .formatted(text.length(), evaluator.limits().queryLength()));
    }
    Query query;
    try {
      query = QueryPolicy.parse(text);
    } catch (QueryException fault) {
      if (QueryPolicy.isUpdate(text)) {
        throw new Refusal(HttpSC.FORBIDDEN_403, QueryPolicy.READ_ONLY);
      }
      String reason =
          fault instanceof QueryParseException parse
              ? SPARQLProtocol.messageForParseException(parse)
              : SPARQLProtocol.messageForException(fault);
      throw new Refusal(HttpSC.BAD_REQUEST_400, "Not a SPARQL 1.1 query. " + reason);
    } catch (StackOverflowError nested) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400, "The query nests too deeply to be read: make it flatter.");
    }
    QueryPolicy.refusal(query, text)
        .ifPresent(
            reason -> {
              throw new Refusal(HttpSC.FORBIDDEN_403, reason);
            });
    return query;
  }

  /** The time that the server or, if shorter, the client allows, in milliseconds. */
  private static long time(@Nullable String wish, Evaluator evaluator) {
    long limit = evaluator.limits().time().toMillis();
    if (wish == null) {
      return limit;
    }
    if (!SECONDS.matcher(wish).matches()) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400,
          "timeout is a number of seconds such as 10 or 0.5, and not \"%s\".".formatted(wish));
    }
    long asked = Math.round(Double.parseDouble(wish) * 1000);
    return asked == 0 ? limit : Math.min(limit, asked);
  }

  private void answer(HttpAction action, Evaluator evaluator, Query asked, long milliseconds) {
    action.beginRead();
    try {
      Pair<DatasetGraph, Query> decided = decideDataset(action, asked, "");
      Query query = decided.getRight() == null ? asked : decided.getRight();
      QueryExecResult result =
          evaluator.evaluate(
              action.getRequest(),
              () ->
                  QueryExec.newBuilder()
                      .dataset(decided.getLeft())
                      .query(query)
                      .context(action.getContext())
                      .overallTimeout(milliseconds, TimeUnit.MILLISECONDS)
                      .build(),
              execution -> read(execution, query, evaluator));
      sendResults(action, result, asked.getPrologue());
    } catch (QueryParseException fault) {
      // Found late: such as a search text that Lucene cannot read.
      throw new Refusal(
          HttpSC.BAD_REQUEST_400,
          "The query cannot be run: " + SPARQLProtocol.messageForException(fault));
    } finally {
      action.endRead();
    }
  }

  private static QueryExecResult read(QueryExec execution, Query query, Evaluator evaluator) {
    if (query.isSelectType()) {
      RowSet answer = execution.select();
      return new QueryExecResult(
          RowSetStream.create(answer.getResultVars(), evaluator.all(answer).iterator()));
    }
    if (query.isAskType()) {
      return new QueryExecResult(execution.ask());
    }
    Graph graph = GraphFactory.createDefaultGraph();
    evaluator
        .all(query.isConstructType() ? execution.constructTriples() : execution.describeTriples())
        .forEach(graph::add);
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    return new QueryExecResult(graph);
  }

  @Override
  protected DatasetGraph getDataset(HttpAction action) {
    return ServedBuild.of(action.getRequest()).dataset();
  }
}
