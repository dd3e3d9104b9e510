package org.casus.server;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.RDF;

/** The answer to a query, so that it can be compared with another one. */
sealed interface W3cAnswer {

  /** How near an answer comes to the one that was expected. */
  enum Likeness {
    /** The same terms; blank nodes may have other labels. */
    SAME,
    /** The same values, but some literals are written in another way, such as 1.0 for 1.00. */
    SAME_VALUES,
    DIFFERENT
  }

  record Truth(boolean value) implements W3cAnswer {}

  record Triples(Graph graph) implements W3cAnswer {}

  record Rows(Set<Var> variables, List<Binding> rows) implements W3cAnswer {
    /**
     * Stands for "not bound": Jena takes rows for equal if one has bindings that the other lacks.
     */
    private static final Node NONE = NodeFactory.createURI("https://example.org/not-bound");

    static Rows of(RowSet answer) {
      Set<Var> variables = new HashSet<>(answer.getResultVars());
      return new Rows(variables, Iter.iter(answer).toList()).each(node -> node);
    }

    /** With another node in place of each, and a node in place of none. */
    private Rows each(UnaryOperator<Node> change) {
      return new Rows(
          variables,
          rows.stream()
              .map(
                  row -> {
                    BindingBuilder changed = Binding.builder();
                    for (Var variable : variables) {
                      Node node = row.get(variable);
                      changed.add(variable, node == null ? NONE : change.apply(node));
                    }
                    return changed.build();
                  })
              .toList());
    }

    Rows distinct() {
      return new Rows(variables, rows.stream().distinct().toList());
    }

    /** With each number and date written in one way. */
    Rows values() {
      return each(
          node ->
              node.isLiteral()
                      && node.getLiteral().isWellFormed()
                      && node.getLiteralLanguage().isEmpty()
                  ? NodeFactory.createLiteralDT(
                      String.valueOf(node.getIndexingValue()), node.getLiteralDatatype())
                  : node);
    }

    boolean matches(Rows other, boolean ordered) {
      if (!variables.equals(other.variables) || rows.size() != other.rows.size()) {
        return false;
      }
      return ordered
          ? ResultsCompare.equalsByTermAndOrder(stream(rows), stream(other.rows))
          : ground().equals(other.ground())
              && ResultsCompare.equalsByTerm(stream(blank()), stream(other.blank()));
    }

    /** How often each row without blank nodes occurs. Jena would try all ways to pair them. */
    private Map<Binding, Long> ground() {
      return rows.stream()
          .filter(row -> !hasBlankNode(row))
          .collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    }

    private List<Binding> blank() {
      return rows.stream().filter(Rows::hasBlankNode).toList();
    }

    private static boolean hasBlankNode(Binding row) {
      return Iter.iter(row.vars()).anyMatch(variable -> row.get(variable).isBlank());
    }

    private RowSet stream(List<Binding> some) {
      return RowSetStream.create(List.copyOf(variables), some.iterator());
    }
  }

  /**
   * Reads an answer, also one that is told as triples of the result set vocabulary.
   *
   * @param base for relative addresses in it
   */
  static W3cAnswer read(InputStream input, Lang lang, String base) {
    if (RowSetReaderRegistry.isRegistered(lang)) {
      return of(RowSetReader.createReader(lang).readAny(input, ARQ.getContext()));
    }
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(input).lang(lang).base(base).parse(model);
    Graph graph = model.getGraph();
    if (!graph.contains(Node.ANY, RDF.type.asNode(), ResultSetGraphVocab.ResultSet.asNode())) {
      return new Triples(graph);
    }
    Node truth = model.createProperty(ResultSetGraphVocab.getURI(), "boolean").asNode();
    Iterator<Triple> told = graph.find(Node.ANY, truth, Node.ANY);
    return told.hasNext()
        ? new Truth((Boolean) told.next().getObject().getLiteralValue())
        : Rows.of(RowSet.adapt(RDFInput.fromRDF(model)));
  }

  private static W3cAnswer of(QueryExecResult result) {
    if (result.isBoolean()) {
      return new Truth(result.booleanResult());
    }
    return result.isGraph() ? new Triples(result.graph()) : Rows.of(result.rowSet());
  }

  /**
   * Compares this answer with the expected one.
   *
   * @param ordered whether the order of rows counts
   */
  default Likeness to(W3cAnswer expected, boolean ordered) {
    if (this instanceof Rows actual && expected instanceof Rows wanted) {
      if (actual.matches(wanted, ordered)) {
        return Likeness.SAME;
      }
      return actual.values().matches(wanted.values(), ordered)
          ? Likeness.SAME_VALUES
          : Likeness.DIFFERENT;
    }
    boolean same =
        this instanceof Triples actual && expected instanceof Triples wanted
            ? actual.graph().isIsomorphicWith(wanted.graph())
            : equals(expected);
    return same ? Likeness.SAME : Likeness.DIFFERENT;
  }
}
