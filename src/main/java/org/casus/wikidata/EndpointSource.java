package org.casus.wikidata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.util.Context;

/**
 * A SPARQL endpoint, asked by the protocol's POST. Solutions come as JSON, which cannot be cut off
 * without being malformed, as N-Triples can.
 */
public final class EndpointSource implements SparqlSource {

  private static final String RESULTS = "application/sparql-results+json";

  private final URI address;
  private final CourteousClient client;
  private final AnswerJournal journal;

  public EndpointSource(URI address, Courtesy courtesy, Pause pause, AnswerJournal journal) {
    this.address = address;
    this.client = new CourteousClient(courtesy, pause);
    this.journal = journal;
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public List<Binding> select(Query query) {
    String text = query.toString();
    String request = "POST " + address + "\n" + text;
    return journal
        .find(request, EndpointSource::read)
        .orElseGet(
            () ->
                client.post(
                    address,
                    Map.of("query", text),
                    RESULTS,
                    answer -> {
                      List<Binding> solutions = read(answer);
                      journal.keep(request, answer);
                      return solutions;
                    }));
  }

  private static List<Binding> read(byte[] answer) {
    RowSetReader reader =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
    RowSet rows = reader.read(new ByteArrayInputStream(answer), Context.emptyContext());
    if (rows == null) {
      throw new ResultSetException("no solutions");
    }
    List<Binding> solutions = new ArrayList<>();
    rows.forEachRemaining(solutions::add);
    return List.copyOf(solutions);
  }
}
