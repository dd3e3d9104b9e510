package org.casus.server;

import java.util.IllegalFormatException;
import java.util.Optional;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.update.UpdateFactory;
import org.casus.federation.AllowedServices;

/**
 * What a stranger's query may do: read this dataset, in standard SPARQL 1.1. Each refusal is one
 * sentence for that stranger.
 */
final class QueryPolicy {
  static final String READ_ONLY =
      "This endpoint is read-only: SPARQL queries are welcome, updates are refused.";
  static final String READ_ONLY_GRAPHS =
      "This graph store is read-only: GET and HEAD are welcome, changes are refused.";
  static final String NO_SERVICE = AllowedServices.NONE;
  static final String NO_JAVA = "java: names are switched off here: use SPARQL 1.1 functions.";

  private static final Keywords SERVICE = Keywords.of(SPARQLParser11Constants.SERVICE);

  private QueryPolicy() {}

  /** Whether the text, which is no query, is an update such as INSERT or LOAD. */
  static boolean isUpdate(String text) {
    try {
      UpdateFactory.create(text);
      return true;
    } catch (QueryException | IllegalFormatException neitherQueryNorUpdate) {
      return false;
    }
  }

  /**
   * Reads a query as SPARQL 1.1. Jena's extensions are left out: some of them (CALL) could name any
   * class, and a query that works here should work elsewhere.
   *
   * @throws QueryException when it is not SPARQL 1.1
   */
  static Query parse(String text) {
    // Without a base, Jena takes the directory in which the server was started, and shows it.
    return QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxSPARQL_11);
  }

  /**
   * Why the query is refused; empty when it is welcome.
   *
   * @param text what {@link #parse} made the query of
   * @param services the servers of others that it may ask
   */
  static Optional<String> refusal(Query query, String text, AllowedServices services) {
    if (SERVICE.isIn(text)) {
      Optional<String> elsewhere =
          services.addresses().isEmpty() ? Optional.of(NO_SERVICE) : services.refusal(query);
      if (elsewhere.isPresent()) {
        return elsewhere;
      }
    }
    // A function or property with such a name makes Jena load the class that it names. The printed
    // query has all escapes and prefixes resolved or declared, and printing takes time.
    boolean perhaps = text.contains("java:") || text.indexOf('\\') >= 0;
    if (perhaps && query.serialize().contains("<java:")) {
      return Optional.of(NO_JAVA);
    }
    return Optional.empty();
  }
}
