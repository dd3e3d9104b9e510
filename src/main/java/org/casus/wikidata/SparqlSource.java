package org.casus.wikidata;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.casus.remote.FarSideException;

/**
 * Something of Wikidata's shape that answers SPARQL: the query service, another endpoint, a file.
 */
public interface SparqlSource {

  /** What it is called in reasons and messages. */
  String name();

  /**
   * All solutions of a SELECT query.
   *
   * @throws FarSideException if it cannot be asked or its answer cannot be used; never is that an
   *     empty list
   */
  List<Binding> select(Query query);
}
