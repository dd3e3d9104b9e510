package org.casus.server;

import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.http.ServedBuild;
import org.casus.store.UnionDefaultGraph;

/**
 * The read half of the Graph Store protocol. {@code ?default} gives the same default graph as a
 * query sees, the union; {@code ?graph=IRI} gives one graph, and no parameter the whole dataset.
 */
final class UnionGraphRead extends GSP_R {

  @Override
  public void process(HttpAction action) {
    ErrorsInWords.run(action, () -> super.process(action));
  }

  @Override
  protected DatasetGraph decideDataset(HttpAction action) {
    DatasetGraph dataset = ServedBuild.of(action.getRequest()).dataset();
    return isQuads(action) ? dataset : new UnionDefaultGraph(dataset);
  }

  @Override
  protected void doGet(HttpAction action) {
    Settings.evaluator(action.getContext()).inTurn(() -> super.doGet(action));
  }

  @Override
  protected void doPost(HttpAction action) {
    refuse(action);
  }

  @Override
  protected void doPut(HttpAction action) {
    refuse(action);
  }

  @Override
  protected void doDelete(HttpAction action) {
    refuse(action);
  }

  @Override
  protected void doPatch(HttpAction action) {
    refuse(action);
  }

  /** Reads the body first: what is left unread would break the client's next request. */
  private static void refuse(HttpAction action) {
    ActionLib.consumeBody(action);
    ServletOps.errorMethodNotAllowed(action.getRequestMethod(), QueryPolicy.READ_ONLY_GRAPHS);
  }
}
