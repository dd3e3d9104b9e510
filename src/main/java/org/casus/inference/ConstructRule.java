package org.casus.inference;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A rule written as a SPARQL CONSTRUCT query. Blank nodes in its template would differ from build
 * to build and are refused when the file is read.
 */
record ConstructRule(RuleHeader header, Query query) implements RuleFile {

  /**
   * Reads a rule from the text of its file.
   *
   * @throws IllegalArgumentException if header or query are faulty
   */
  static ConstructRule parse(String text) {
    RuleHeader header = RuleHeader.parse(text);
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
      if (!query.isConstructType()) {
        throw new IllegalArgumentException("the rule is no CONSTRUCT query");
      }
      boolean blank =
          query.getConstructTemplate().getTriples().stream()
              .anyMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank());
      if (blank) {
        throw new IllegalArgumentException("the CONSTRUCT template has a blank node; mint an IRI");
      }
      return new ConstructRule(header, query);
    } catch (QueryException e) {
      throw new IllegalArgumentException("the query is no SPARQL 1.1: " + e.getMessage(), e);
    }
  }

  @Override
  public Graph conclusions(Graph union) {
    Graph conclusions = GraphFactory.createDefaultGraph();
    try (QueryExec execution = QueryExec.graph(union).query(query).build()) {
      execution.construct(conclusions);
    }
    return conclusions;
  }
}
