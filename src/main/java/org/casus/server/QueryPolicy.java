package org.casus.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.update.UpdateFactory;

/**
 * What a stranger's query may do: read this dataset, in standard SPARQL 1.1. Each refusal is one
 * sentence for that stranger.
 */
final class QueryPolicy {
  static final String READ_ONLY =
      "This endpoint is read-only: SPARQL queries are welcome, updates are refused.";
  static final String READ_ONLY_GRAPHS =
      "This graph store is read-only: GET and HEAD are welcome, changes are refused.";
  static final String NO_SERVICE =
      "SERVICE is switched off here: this endpoint answers from its own data only.";
  static final String NO_JAVA = "java: names are switched off here: use SPARQL 1.1 functions.";

  private QueryPolicy() {}

  /** Whether the text, which is no query, is an update such as INSERT or LOAD. */
  static boolean isUpdate(String text) {
    try {
      UpdateFactory.create(text);
      return true;
    } catch (QueryException neitherQueryNorUpdate) {
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
    return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
  }

  /**
   * Why the query is refused; empty when it is welcome.
   *
   * @param text what {@link #parse} made the query of
   */
  static Optional<String> refusal(Query query, String text) {
    if (usesService(query)) {
      return Optional.of(NO_SERVICE);
    }
    // A function or property with such a name makes Jena load the class that it names. The printed
    // query has all escapes and prefixes resolved or declared, and printing takes time.
    boolean perhaps = text.contains("java:") || text.indexOf('\\') >= 0;
    if (perhaps && query.serialize().contains("<java:")) {
      return Optional.of(NO_JAVA);
    }
    return Optional.empty();
  }

  /** Also inside sub-queries and EXISTS, where it would be reached late or, with no rows, never. */
  private static boolean usesService(Query query) {
    AtomicBoolean found = new AtomicBoolean();
    QueryTransformOps.transform(
        query,
        new ElementTransformCopyBase() {
          @Override
          public Element transform(ElementService service, Node name, Element inner) {
            found.set(true);
            return service;
          }
        });
    return found.get();
  }
}
