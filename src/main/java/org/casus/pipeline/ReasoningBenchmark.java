package org.casus.pipeline;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.dataset.Dataset;
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
import org.casus.store.ImportInfo.ImportedFile;
import org.casus.vocab.Casus;

/**
 * Measures reasoning over the imported alliance data: once all of them from their files to the
 * conclusions, as a build does it, and then each world with copies of itself whose states are
 * others. Beside it stands what Jena's rule engine takes for the plain pairs, without periods and
 * without reasons, from the same triples. Numbers of one run compare; those of different machines
 * do not. On a machine that has other work to do, processor time tells more than the clock.
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
   * Prints a line for each stage of the whole, and one for each world and number of copies.
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
    DatasetGraph curated = GraphMapping.map(data, ontology).dataset();
    ontology.graph().find().forEach(triple -> curated.getGraph(Iris.graph("ontology")).add(triple));
    UnionDataset background = UnionDataset.of(curated);
    DatasetGraph imported = whole(data, ontology, background, rules, problems);
    if (imported.isEmpty() || problems.hasErrors()) {
      out.println("No data set is imported; see ./casus import --help.");
      return;
    }
    out.println();
    out.println(
        "world  copies     rows  provisions      bonds  derivations  seconds   CPU s  CPU us/derivation"
            + "  plain pairs  Jena, s  ratio  heap MB");
    Graph shared = ImportedWorlds.background(background);
    ImportedWorlds.WORLDS.forEach(
        (world, datasets) -> {
          List<Graph> graphs =
              datasets.stream()
                  .map(dataset -> Iris.graph(dataset.graph()))
                  .filter(imported::containsGraph)
                  .map(imported::getGraph)
                  .toList();
          copies.forEach(number -> measure(world, datasets, graphs, number, shared, rules));
        });
  }

  /** All data sets from their files to what follows from them. */
  private DatasetGraph whole(
      CuratedData data,
      Ontology ontology,
      UnionDataset curated,
      RuleBook rules,
      Problems problems) {
    Measurement whole = Measurement.begin();
    double before = 0;
    List<DatasetContent> contents = imports.read(data, problems);
    before = stage("read", whole, before, rows(List.of(Dataset.values())) + " rows");
    DatasetGraph imported =
        ImportedWorlds.separate(
            GraphMapping.map(
                    data,
                    contents.stream().flatMap(content -> content.rows().stream()).toList(),
                    ontology)
                .dataset());
    before = stage("map", whole, before, imported.stream().count() + " quads");
    Counts counts = new Counts();
    ImportedWorlds.infer(imported, curated, rules).forEach(counts);
    stage("infer", whole, before, counts.bonds + " bonds, " + counts.derivations + " derivations");
    stage(
        "together",
        whole,
        0,
        "%.2f s of processor time, at most %d MB of heap"
            .formatted(whole.processorSeconds(), Measurement.peakHeap()));
    return imported;
  }

  /** Prints how long a stage took and returns when it ended. */
  private double stage(String name, Measurement whole, double before, String summary) {
    double now = whole.seconds();
    out.printf(Locale.ROOT, "%-10s%8.2f s  %s%n", name, now - before, summary);
    out.flush();
    return now;
  }

  private long rows(List<Dataset> datasets) {
    return imports.list().stream()
        .filter(info -> datasets.stream().anyMatch(dataset -> dataset.key().equals(info.key())))
        .flatMap(info -> info.files().stream())
        .mapToLong(ImportedFile::rows)
        .sum();
  }

  private void measure(
      String world,
      List<Dataset> datasets,
      List<Graph> graphs,
      int copies,
      Graph shared,
      RuleBook rules) {
    Graph facts = GraphFactory.createDefaultGraph();
    shared.find().forEach(facts::add);
    graphs.forEach(graph -> multiply(graph, copies, facts));
    long provisions = count(facts, Casus.IS_PROVISION_OF);
    Counts counts = new Counts();
    Measurement ours = Measurement.begin();
    rules.applyOverDataset(facts, world, counts);
    double seconds = ours.seconds();
    double processorSeconds = ours.processorSeconds();
    long heap = Measurement.peakHeap();
    Graph plain = plainFacts(facts);
    facts.clear();
    Measurement jena = Measurement.begin();
    GenericRuleReasoner reasoner = new GenericRuleReasoner(Rule.parseRules(PLAIN_PAIRS));
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    InfGraph inferred = reasoner.bind(plain);
    int pairs = inferred.getDeductionsGraph().size();
    double jenaSeconds = jena.seconds();
    out.printf(
        Locale.ROOT,
        "%-5s %7d %8d %11d %10d %12d %8.2f %7.2f %18.1f %12d %8.2f %6.2f %8d%n",
        world,
        copies,
        rows(datasets) * copies,
        provisions,
        counts.bonds,
        counts.derivations,
        seconds,
        processorSeconds,
        processorSeconds * 1e6 / Math.max(1, counts.derivations),
        pairs,
        jenaSeconds,
        seconds / jenaSeconds,
        heap);
    out.flush();
  }

  /** Counts what is concluded. */
  private static final class Counts implements Consumer<Quad> {
    private long bonds;
    private long derivations;

    @Override
    public void accept(Quad quad) {
      if (quad.getPredicate().equals(RDF.type.asNode())) {
        bonds += quad.getObject().equals(Casus.BOND) ? 1 : 0;
        derivations += quad.getObject().equals(Casus.DERIVATION) ? 1 : 0;
      }
    }
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
}
