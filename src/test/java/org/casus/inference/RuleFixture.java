package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.turtle;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.CalendarDates;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeEach;

/**
 * For tests of the rules of the project: a dataset of the ontology, without its texts, and of what
 * a test gives as the graph {@code reference}.
 */
abstract class RuleFixture {

  private static final Path ONTOLOGY = Path.of("ontology");
  private static final Pattern DATE = Pattern.compile("<date/([^>]+)>");

  private DatasetGraph dataset;

  /** Read once for all tests. */
  private static final class Project {
    private static final Problems PROBLEMS = new Problems();
    private static final Graph TERMS = terms();
    private static final RuleBook RULES = RuleBook.read(ONTOLOGY.resolve("rules"), PROBLEMS);

    private static Graph terms() {
      Graph terms = GraphFactory.createDefaultGraph();
      Ontology.read(ONTOLOGY, PROBLEMS)
          .graph()
          .find()
          .filterDrop(triple -> triple.getObject().isLiteral())
          .forEach(terms::add);
      return terms;
    }
  }

  @BeforeEach
  void fill() {
    dataset = DatasetGraphFactory.create();
    dataset.addGraph(Iris.graph("ontology"), Project.TERMS);
    assertThat(Project.PROBLEMS.sorted()).isEmpty();
  }

  static RuleBook rules() {
    return Project.RULES;
  }

  DatasetGraph dataset() {
    return dataset;
  }

  /** Adds records; what a date means follows from its IRI, such as {@code <date/2020-09>}. */
  void given(String text) {
    turtle(text).find().forEach(this::add);
    Matcher dates = DATE.matcher(text);
    while (dates.find()) {
      EdtfDate date = EdtfDate.parse(dates.group(1).replace("open", ".."));
      if (!date.equals(EdtfDate.OPEN)) {
        CalendarDates.describe(date, this::add);
      }
    }
  }

  private void add(Triple triple) {
    dataset.add(Quad.create(Iris.graph("reference"), triple));
  }

  /** What the rules add to a graph of conclusions. */
  Graph concluded(String graph) {
    rules().apply(UnionDataset.of(dataset));
    return dataset.getGraph(Iris.graph("inferred/" + graph));
  }

  /** The records of a class in a graph of conclusions, each as kind/slug. */
  SortedSet<String> records(String graph, String className) {
    SortedSet<String> found = new TreeSet<>();
    concluded(graph)
        .find(Node.ANY, RDF.type.asNode(), term(className))
        .forEach(triple -> found.add(path(triple.getSubject())));
    return found;
  }

  /** The objects that the rules conclude of a record, each as kind/slug. */
  SortedSet<String> objects(String graph, String record, String property) {
    SortedSet<String> found = new TreeSet<>();
    concluded(graph)
        .find(thing(record), term(property), Node.ANY)
        .forEach(triple -> found.add(path(triple.getObject())));
    return found;
  }

  /** The premises of each derivation of a record. */
  Set<SortedSet<String>> reasons(String record) {
    rules().apply(UnionDataset.of(dataset));
    Graph derivations = dataset.getGraph(Iris.graph("inferred/derivations"));
    return derivations
        .find(thing(record), Prov.WAS_GENERATED_BY, Node.ANY)
        .mapWith(
            triple -> {
              SortedSet<String> premises = new TreeSet<>();
              derivations
                  .find(triple.getObject(), Prov.USED, Node.ANY)
                  .forEach(used -> premises.add(path(used.getObject())));
              return premises;
            })
        .toSet();
  }

  /** Start and end as in the tables, and until when the sources tell where they stop to. */
  String period(String graph, String record) {
    Graph found = concluded(graph);
    String text = end(found, record, Casus.START) + " to " + end(found, record, Casus.END);
    return found
        .find(thing(record), Casus.ATTESTED_UNTIL, Node.ANY)
        .mapWith(triple -> text + ", attested until " + triple.getObject().getLiteralLexicalForm())
        .nextOptional()
        .orElse(text);
  }

  private static String end(Graph graph, String record, Node property) {
    Optional<String> date =
        graph
            .find(thing(record), property, Node.ANY)
            .mapWith(triple -> path(triple.getObject()).substring("date/".length()))
            .nextOptional();
    return date.orElse("unknown");
  }

  /** Holds if a second run of all rules has nothing to add. */
  void assertThatSecondRunAddsNothing() {
    assertThat(rules().apply(UnionDataset.of(dataset))).isPositive();
    assertThat(rules().apply(UnionDataset.of(dataset))).isZero();
  }

  static Node thing(String path) {
    return Iris.thing(path.substring(0, path.indexOf('/')), path.substring(path.indexOf('/') + 1));
  }

  static Node term(String name) {
    return NodeFactory.createURI(Casus.NAMESPACE + name);
  }

  private static String path(Node node) {
    return node.getURI().substring(Iris.THINGS.length());
  }
}
