package org.casus.server;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.web.HttpSC;

/**
 * The query operation of the SPARQL protocol, narrowed by {@link QueryPolicy}.
 *
 * <p>Fuseki sends rows while it finds them; when the time is up after the first row it can only
 * break off an answer that has begun with status 200. Here all rows are found first, so that the
 * client gets the whole answer or an error: 503 when the time is up, 413 when there are more rows
 * than a client should ask for at once.
 */
final class ReadOnlyQuery extends SPARQL_QueryDataset {
  /** About 100 MB of rows; the dump is the way to get all data. */
  static final int MOST_ROWS = 250_000;

  private static final String TOO_LARGE =
      "The query needs more memory than this server has: ask for fewer things at once.";
  private static final String UPDATE = "update";

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
    try {
      QueryPolicy.parse(text);
    } catch (QueryException fault) {
      if (QueryPolicy.isUpdate(text)) {
        ServletOps.error(HttpSC.FORBIDDEN_403, QueryPolicy.READ_ONLY);
      }
      String reason =
          fault instanceof QueryParseException parse
              ? SPARQLProtocol.messageForParseException(parse)
              : SPARQLProtocol.messageForException(fault);
      ServletOps.errorBadRequest("Not a SPARQL 1.1 query. " + reason);
    }
    super.execute(text, action);
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    QueryPolicy.refusal(query).ifPresent(reason -> ServletOps.error(HttpSC.FORBIDDEN_403, reason));
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    if (!query.isSelectType()) {
      return super.executeQuery(action, execution, query, log);
    }
    try {
      return allRows(execution);
    } catch (OutOfMemoryError tooLarge) {
      execution.abort();
      throw new ActionErrorException(HttpSC.SERVICE_UNAVAILABLE_503, TOO_LARGE, null);
    }
  }

  private static QueryExecResult allRows(QueryExec execution) {
    RowSet answer = execution.select();
    List<Binding> rows = new ArrayList<>();
    while (answer.hasNext()) {
      if (rows.size() == MOST_ROWS) {
        ServletOps.error(
            HttpSC.PAYLOAD_TOO_LARGE_413,
            "The answer has more than "
                + MOST_ROWS
                + " rows: add LIMIT and OFFSET, or download the data from /casus/data.");
      }
      rows.add(answer.next());
    }
    return new QueryExecResult(RowSetStream.create(answer.getResultVars(), rows.iterator()));
  }
}
