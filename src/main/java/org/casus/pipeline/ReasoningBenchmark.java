package org.casus.pipeline;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.dataset.DatasetContent;
import org.casus.dataset.Imports;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.vocab.Casus;

/**
 * Measures reasoning over the imported alliance data and over copies of them with states of their
 * own, and beside it what Jena's rule engine takes for the plain pairs, without periods and without
 * reasons, from the same triples. Numbers of one run compare; those of different machines do not.
 */
public final class ReasoningBenchmark {

  /** Who owes whom, for each provision, as Jena's own engine would derive it. */
  private static final String PLAIN_PAIRS =
      """
      [named: (?p <%1$sowedBy> ?a), (?p <%1$sisProvisionOf> ?g), (?m <%1$sisParticipationIn> ?g),
        (?m <%1$sisParticipationOf> ?b), notEqual(?a, ?b) -> (?a <urn:casus:bench:owes> ?b)]
      """
          .formatted(Casus.NAMESPACE);

  private final Project project;
  private final Imports imports;
  private final PrintWriter out;

  public ReasoningBenchmark(Project project, Imports imports, PrintWriter out) {
    this.project = project;
    this.imports = imports;
    this.out = out;
  }

  /**
   * Prints a line for each data set and number of copies.
   *
   * @param copies how often the data are multiplied
   * @param problems gets what is wrong with the sources or imports; then nothing is measured
   */
  public void run(List<Integer> copies, Problems problems) {
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    if (problems.hasErrors()) {
      return;
    }
    long begun = System.nanoTime();
    List<DatasetContent> contents = imports.read(data, problems);
    DatasetGraph curated = GraphMapping.map(data, ontology).dataset();
    ontology.graph().find().forEach(triple -> curated.getGraph(Iris.graph("ontology")).add(triple));
    DatasetGraph imported =
        ImportedWorlds.separate(
            GraphMapping.map(
                    data,
                    contents.stream().flatMap(content -> content.rows().stream()).toList(),
                    ontology)
                .dataset());
    if (contents.isEmpty() || problems.hasErrors()) {
      out.println("No data set is imported; see ./casus import --help.");
      return;
    }
    out.printf(Locale.ROOT, "read and mapped in %.2f s%n%n", seconds(begun));
    out.println(
        "world  copies   provisions       bonds  derivations     seconds  us/derivation  plain"
            + " pairs  Jena, s   ratio   heap MB");
    Graph background = ImportedWorlds.background(UnionDataset.of(curated));
    ImportedWorlds.WORLDS.forEach(
        (world, datasets) ->
            copies.forEach(
                number -> {
                  Graph facts = GraphFactory.createDefaultGraph();
                  background.find().forEach(facts::add);
                  datasets.stream()
                      .map(dataset -> Iris.graph(dataset.graph()))
                      .filter(imported::containsGraph)
                      .forEach(graph -> multiply(imported.getGraph(graph), number, facts));
                  measure(world, number, facts, rules);
                }));
  }

  private void measure(String world, int copies, Graph facts, RuleBook rules) {
    long provisions = count(facts, Casus.IS_PROVISION_OF);
    Graph plain = plainFacts(facts);
    long begun = System.nanoTime();
    Counts counts = new Counts();
    rules.applyOverDataset(
        facts,
        world,
        quad -> {
          if (quad.getPredicate().equals(RDF.type.asNode())) {
            counts.bonds += quad.getObject().equals(Casus.BOND) ? 1 : 0;
            counts.derivations += quad.getObject().equals(Casus.DERIVATION) ? 1 : 0;
          }
        });
    double ours = seconds(begun);
    long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    begun = System.nanoTime();
    GenericRuleReasoner reasoner = new GenericRuleReasoner(Rule.parseRules(PLAIN_PAIRS));
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    InfGraph inferred = reasoner.bind(plain);
    int pairs = inferred.getDeductionsGraph().size();
    double jena = seconds(begun);
    out.printf(
        Locale.ROOT,
        "%-6s %6d %12d %11d %12d %11.2f %14.1f %12d %8.2f %7.2f %9d%n",
        world,
        copies,
        provisions,
        counts.bonds,
        counts.derivations,
        ours,
        ours * 1e6 / Math.max(1, counts.derivations),
        pairs,
        jena,
        ours / jena,
        heap);
    out.flush();
  }

  private static final class Counts {
    private long bonds;
    private long derivations;
  }

  /** Only what Jena's rule asks for, so that it is not slowed down by the rest. */
  private static Graph plainFacts(Graph facts) {
    Graph plain = GraphFactory.createDefaultGraph();
    for (Node property :
        List.of(
            Casus.OWED_BY,
            Casus.IS_PROVISION_OF,
            Casus.IS_PARTICIPATION_IN,
            Casus.IS_PARTICIPATION_OF)) {
      facts.find(Node.ANY, property, Node.ANY).forEach(plain::add);
    }
    return plain;
  }

  /** Adds copies of a graph, each with records and states of its own. */
  private static void multiply(Graph graph, int copies, Graph into) {
    Set<Node> own = new HashSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEach(triple -> own.add(triple.getSubject()));
    for (Node property : List.of(Casus.IS_PARTICIPATION_OF, Casus.OWED_BY, Casus.IS_ROLE_OF)) {
      graph.find(Node.ANY, property, Node.ANY).forEach(triple -> own.add(triple.getObject()));
    }
    List<Triple> triples = new ArrayList<>(graph.find().toList());
    for (int copy = 0; copy < copies; copy++) {
      String suffix = copy == 0 ? "" : "-copy-" + copy;
      Function<Node, Node> renamed =
          node ->
              suffix.isEmpty() || !own.contains(node)
                  ? node
                  : NodeFactory.createURI(node.getURI() + suffix);
      for (Triple triple : triples) {
        into.add(
            Triple.create(
                renamed.apply(triple.getSubject()),
                triple.getPredicate(),
                renamed.apply(triple.getObject())));
      }
    }
  }

  private static long count(Graph graph, Node property) {
    return graph.stream(Node.ANY, property, Node.ANY).count();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
