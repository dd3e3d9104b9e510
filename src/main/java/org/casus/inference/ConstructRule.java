package org.casus.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A rule written as a SPARQL CONSTRUCT query: each solution of its pattern is one reason for the
 * triples of its template. Blank nodes in the template would differ from build to build and are
 * refused when the file is read.
 */
record ConstructRule(RuleHeader header, Query query, Query pattern, RuleTerms terms)
    implements RuleFile {

  /**
   * Reads a rule from the text of its file.
   *
   * @throws IllegalArgumentException if header or query are faulty, or the header speaks of a
   *     variable that the query does not have
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
      Query pattern = QueryFactory.make();
      pattern.setQuerySelectType();
      pattern.setQueryResultStar(true);
      pattern.setQueryPattern(query.getQueryPattern());
      pattern.resetResultVars();
      for (String variable : header.variables()) {
        if (!pattern.getResultVars().contains(variable)) {
          throw new IllegalArgumentException(
              "the header speaks of ?" + variable + ", which the pattern does not bind");
        }
      }
      if (header.support().isEmpty()) {
        throw new IllegalArgumentException(
            "the header lacks the line “# Support: ?premise …”, so that no reason could be told");
      }
      return new ConstructRule(header, query, pattern, RuleTerms.of(query));
    } catch (QueryException e) {
      throw new IllegalArgumentException("the query is no SPARQL 1.1: " + e.getMessage(), e);
    }
  }

  /**
   * All ways in which the rule fires; those whose periods have no day in common do not count, nor
   * those whose common days no source covers.
   */
  List<Firing> fire(Graph graph, Periods periods) {
    List<Firing> firings = new ArrayList<>();
    try (QueryExec execution = QueryExec.graph(graph).query(pattern).build()) {
      execution.select().forEachRemaining(row -> firing(row, periods).ifPresent(firings::add));
    }
    return firings;
  }

  private Optional<Firing> firing(Binding row, Periods periods) {
    Span span = null;
    if (header.isTimeBound()) {
      span = Span.ALWAYS;
      for (Node thing : values(header.during(), row)) {
        span = span.intersect(periods.of(thing));
      }
      for (Node thing : values(header.within(), row)) {
        span = span.intersect(periods.limits(thing));
      }
      if (span.isEmpty() || !span.isCovered()) {
        return Optional.empty();
      }
      span = span.tightened();
    }
    List<Node> premises =
        values(header.support(), row).stream()
            .distinct()
            .sorted(Comparator.comparing(Node::toString))
            .toList();
    return Optional.of(new Firing(this, row, premises, span));
  }

  private static List<Node> values(List<String> variables, Binding row) {
    List<Node> values = new ArrayList<>();
    for (String variable : variables) {
      Node value = row.get(variable);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
