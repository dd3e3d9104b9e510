package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.pipeline.Assembly;
import org.casus.pipeline.Progress;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.testing.GraphAssert;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Prov;

/** What follows from the data of the project, or of a changed copy. */
final class ConclusionsOfTheProject {

  private final DatasetGraph dataset;

  private ConclusionsOfTheProject(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  private static final class Original {
    private static final ConclusionsOfTheProject CONCLUSIONS = of(ProjectCopy.original());
  }

  /** Those of the project itself, drawn once for all tests. */
  static ConclusionsOfTheProject original() {
    return Original.CONCLUSIONS;
  }

  static ConclusionsOfTheProject of(Project project) {
    Problems problems = new Problems();
    Assembly assembly = Assembly.of(project, problems, Progress.SILENT);
    assertThat(problems.errors()).as("errors in the data").isZero();
    return new ConclusionsOfTheProject(assembly.dataset());
  }

  DatasetGraph dataset() {
    return dataset;
  }

  /** The rows of a query, which may use the prefixes of tests; values are joined by a blank. */
  List<String> rows(String query) {
    var parsed = QueryFactory.make();
    parsed.setPrefixMapping(GraphAssert.PREFIXES);
    parsed.setBaseURI(Iris.THINGS);
    QueryFactory.parse(parsed, query, Iris.THINGS, null);
    try (QueryExec execution =
        QueryExec.graph(UnionDataset.of(dataset).union()).query(parsed).build()) {
      var rows = execution.select();
      return rows.materialize().stream()
          .map(
              row ->
                  String.join(
                      " ",
                      parsed.getResultVars().stream().map(name -> text(row.get(name))).toList()))
          .toList();
    }
  }

  /**
   * Each derivation with its premises: of a record, or of a triple, which then is written out as
   * the thing that follows.
   */
  Map<String, Map<String, SortedSet<String>>> derivations() {
    Graph graph = dataset.getGraph(Iris.graph("inferred/derivations"));
    Map<String, Map<String, SortedSet<String>>> all = new TreeMap<>();
    graph
        .find(Node.ANY, Prov.WAS_GENERATED_BY, Node.ANY)
        .forEach(
            triple ->
                all.computeIfAbsent(text(triple.getSubject()), any -> new TreeMap<>())
                    .put(text(triple.getObject()), premises(graph, triple.getObject())));
    graph
        .find(Node.ANY, RDF.subject.asNode(), Node.ANY)
        .forEach(
            triple ->
                all.computeIfAbsent(statement(graph, triple.getSubject()), any -> new TreeMap<>())
                    .put(text(triple.getSubject()), premises(graph, triple.getSubject())));
    return all;
  }

  private static SortedSet<String> premises(Graph graph, Node derivation) {
    SortedSet<String> premises = new TreeSet<>();
    graph
        .find(derivation, Prov.USED, Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(premise -> premises.add(text(premise)));
    return premises;
  }

  private static String statement(Graph graph, Node derivation) {
    StringBuilder text = new StringBuilder();
    for (Node part : List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode())) {
      graph
          .find(derivation, part, Node.ANY)
          .forEach(triple -> text.append(text(triple.getObject())).append(' '));
    }
    return text.toString().strip();
  }

  static String text(Node node) {
    if (node == null) {
      return "-";
    }
    return node.isURI() ? node.getURI().replace(Iris.THINGS, "") : node.getLiteralLexicalForm();
  }
}
