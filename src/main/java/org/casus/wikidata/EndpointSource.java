package org.casus.wikidata;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.casus.remote.CourteousClient;
import org.casus.remote.Courtesy;
import org.casus.remote.Pause;
import org.casus.remote.SolutionsInJson;

/** A SPARQL endpoint, asked by the protocol's POST. */
public final class EndpointSource implements SparqlSource {

  private final URI address;
  private final CourteousClient client;
  private final AnswerJournal journal;

  public EndpointSource(URI address, Courtesy courtesy, Pause pause, AnswerJournal journal) {
    this.address = address;
    this.client = new CourteousClient(courtesy, pause, WikidataException.AGAIN);
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
        .find(request, SolutionsInJson::read)
        .orElseGet(
            () ->
                client.post(
                    address,
                    Map.of("query", text),
                    SolutionsInJson.MEDIA_TYPE,
                    answer -> {
                      List<Binding> solutions = SolutionsInJson.read(answer);
                      journal.keep(request, answer);
                      return solutions;
                    }));
  }
}
