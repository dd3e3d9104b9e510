package org.casus.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.IllegalFormatException;
import java.util.regex.Pattern;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.web.HttpSC;
import org.casus.federation.AllowedServices;
import org.casus.http.Evaluator;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.casus.remote.FarSideException;
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
  private static final String QUERY = "query";
  private static final String UPDATE = "update";
  private static final String TIMEOUT = "timeout";
  private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*: ");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,3})?");

  /** What gives another answer each time. */
  private static final Keywords CHANGING =
      Keywords.of(
          SPARQLParser11Constants.RAND,
          SPARQLParser11Constants.NOW,
          SPARQLParser11Constants.UUID,
          SPARQLParser11Constants.STRUUID,
          SPARQLParser11Constants.BNODE);

  @Override
  public void process(HttpAction action) {
    ErrorsInWords.run(action, () -> super.process(action));
  }

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
  protected void executeWithParameter(HttpAction action) {
    String text = action.getRequestParameter(QUERY);
    if (text == null) {
      // Fuseki takes the media type of a query for a query, also where there is no body.
      throw new Refusal(HttpSC.BAD_REQUEST_400, "There is no query: send it as query=.");
    }
    execute(text, action);
  }

  @Override
  protected void executeBody(HttpAction action) {
    // Four bytes are the longest character. What is packed may be much larger than the request.
    int most = 4 * Settings.evaluator(action.getContext()).limits().queryLength() + 1;
    try {
      byte[] body = action.getRequestInputStream().readNBytes(most);
      ActionLib.consumeBody(action);
      execute(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString(), action);
    } catch (CharacterCodingException fault) {
      throw new Refusal(HttpSC.BAD_REQUEST_400, "The query is not UTF-8, as SPARQL has to be.");
    } catch (IOException fault) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400, "The body is not what Content-Encoding says, or not complete.");
    }
  }

  @Override
  protected void execute(String text, HttpAction action) {
    Evaluator evaluator = Settings.evaluator(action.getContext());
    try {
      Query query = parse(text, evaluator, Settings.services(action.getContext()));
      Duration time = time(action.getRequestParameter(TIMEOUT), evaluator);
      if (CHANGING.isIn(text)) {
        action.setResponseHeader("Cache-Control", "no-store");
      }
      answer(action, evaluator, query, time);
    } catch (StackOverflowError nested) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400, "The query nests too deeply to be answered: make it flatter.");
    }
  }

  private static Query parse(String text, Evaluator evaluator, AllowedServices services) {
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
      if (fault.getCause() instanceof IllegalFormatException) {
        // Jena 5.6 takes the separator for a pattern of String.format.
        throw new Refusal(
            HttpSC.BAD_REQUEST_400,
            "A SEPARATOR of GROUP_CONCAT with % cannot be read here: take another one.");
      }
      if (QueryPolicy.isUpdate(text)) {
        throw new Refusal(HttpSC.FORBIDDEN_403, QueryPolicy.READ_ONLY);
      }
      throw new Refusal(HttpSC.BAD_REQUEST_400, "Not a SPARQL 1.1 query. " + reason(fault));
    }
    QueryPolicy.refusal(query, text, services)
        .ifPresent(
            reason -> {
              throw new Refusal(HttpSC.FORBIDDEN_403, reason);
            });
    return query;
  }

  /** What Jena says, without the names of classes that it puts before the words of others. */
  private static String reason(QueryException fault) {
    String reason =
        fault instanceof QueryParseException parse
            ? SPARQLProtocol.messageForParseException(parse)
            : SPARQLProtocol.messageForException(fault);
    return CLASS_NAME.matcher(reason).replaceAll("");
  }

  /** The time that the server or, if shorter, the client allows. */
  private static Duration time(@Nullable String wish, Evaluator evaluator) {
    Duration limit = evaluator.limits().time();
    if (wish == null) {
      return limit;
    }
    if (!SECONDS.matcher(wish).matches()) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400,
          "timeout is a number of seconds such as 10 or 0.5, and not \"%s\".".formatted(wish));
    }
    Duration asked = Duration.ofMillis(Math.round(Double.parseDouble(wish) * 1000));
    return asked.isZero() || asked.compareTo(limit) > 0 ? limit : asked;
  }

  private void answer(HttpAction action, Evaluator evaluator, Query asked, Duration time) {
    action.beginRead();
    try {
      Pair<DatasetGraph, Query> decided = decideDataset(action, asked, "");
      Query query = decided.getRight() == null ? asked : decided.getRight();
      QueryExecResult result =
          evaluator.evaluate(
              action.getRequest(),
              time,
              () ->
                  QueryExec.newBuilder()
                      .dataset(decided.getLeft())
                      .query(query)
                      .context(action.getContext())
                      .build(),
              execution -> read(execution, query, evaluator));
      sendResults(action, result, asked.getPrologue());
    } catch (QueryParseException fault) {
      // Found late: such as a search text that Lucene cannot read.
      throw new Refusal(HttpSC.BAD_REQUEST_400, "The query cannot be run: " + reason(fault));
    } catch (FarSideException fault) {
      throw new Refusal(
          fault.kind() == FarSideException.Kind.LATE
              ? HttpSC.GATEWAY_TIMEOUT_504
              : HttpSC.BAD_GATEWAY_502,
          String.valueOf(fault.getMessage()));
    } catch (TextIndexException fault) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400, "The text of a search cannot be read; try plain words.");
    } catch (IllegalFormatException fault) {
      throw new Refusal(
          HttpSC.BAD_REQUEST_400, "The query makes a literal with a language that is no tag.");
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
