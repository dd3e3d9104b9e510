package org.casus.pipeline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
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
import org.casus.source.GraphRows;
import org.casus.source.SourceReader;
import org.casus.store.ImportInfo.ImportedFile;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;

/**
 * Measures reasoning over the imported alliance data: once all of them from their files to the
 * conclusions, as a build does it, and then each world with copies of itself whose states are
 * others. Beside it stands what Jena's rule engine takes for the plain pairs, without periods and
 * without reasons, from the same triples. Numbers of one run compare; those of different machines
 * do not. On a machine that has other work to do, processor time tells more than the clock.
 *
 * <p>A line tells how many times as many derivations it has as the one before, and how many times
 * as long they took, on the clock and on processors, the mean of some runs where one is short. Java
 * is warm when the first is measured, and holds nothing of earlier ones. Below the lines of a world
 * stands to which power of the number of derivations time grows from the first to the last: 1 where
 * each derivation takes as long in the last as in the first.
 */
public final class ReasoningBenchmark {

  /** Who owes whom, for each provision, as Jena's own engine would derive it. */
  private static final String PLAIN_PAIRS =
      """
      [named: (?p <%1$sowedBy> ?a), (?p <%1$sisProvisionOf> ?g), (?m <%1$sisParticipationIn> ?g),
        (?m <%1$sisParticipationOf> ?b), notEqual(?a, ?b) -> (?a <urn:casus:bench:owes> ?b)]
      """
          .formatted(Casus.NAMESPACE);

  /** The properties that rule asks for. */
  private static final Set<Node> ASKED =
      Set.of(
          Casus.OWED_BY,
          Casus.IS_PROVISION_OF,
          Casus.IS_PARTICIPATION_IN,
          Casus.IS_PARTICIPATION_OF);

  /** How often a world is reasoned over before all else, so that Java has compiled it. */
  private static final int WARM_UP = 10;

  /** How often the same is measured at most. */
  private static final int MOST_RUNS = 15;

  private final Project project;
  private final Imports imports;
  private final Duration enough;
  private final PrintWriter out;

  /**
   * A benchmark over imported data sets.
   *
   * @param enough for how long the same is measured again, at least once
   */
  public ReasoningBenchmark(Project project, Imports imports, Duration enough, PrintWriter out) {
    this.project = project;
    this.imports = imports;
    this.enough = enough;
    this.out = out;
  }

  /**
   * Prints a line for each stage of the whole.
   *
   * @param problems gets what is wrong with the sources or imports; then nothing is measured
   * @return whether anything is imported
   */
  public boolean whole(Problems problems) {
    Optional<Mapped> mapped = sources(problems).flatMap(sources -> whole(sources, problems));
    if (problems.hasErrors()) {
      return false;
    }
    boolean imported = mapped.filter(any -> !any.imported.isEmpty()).isPresent();
    if (!imported) {
      out.println("No data set is imported; see ./casus import --help.");
    }
    return imported;
  }

  /**
   * Prints a line for each world and number of copies.
   *
   * @param copies how often the data are multiplied
   * @param problems gets what is wrong with the sources or imports; then nothing is measured
   */
  public void growth(List<Integer> copies, Problems problems) {
    Optional<Sources> sources = sources(problems);
    Optional<Mapped> mapped = sources.flatMap(read -> mapped(read, problems));
    if (mapped.isEmpty()) {
      return;
    }
    out.println();
    out.println(
        "world copies     rows  provisions      bonds  derivations     x   seconds     x     GC s"
            + "    CPU s     x  CPU us/derivation  heap MB  plain pairs  Jena, s  ratio");
    DatasetGraph imported = mapped.get().imported;
    Graph shared = ImportedWorlds.background(mapped.get().curated);
    RuleBook rules = sources.orElseThrow().rules;
    ImportedWorlds.WORLDS.forEach(
        (name, datasets) -> {
          List<Graph> graphs = ImportedWorlds.graphs(datasets, imported);
          if (!graphs.isEmpty()) {
            measure(new MultipliedWorld(name, graphs, shared), rows(datasets), copies, rules);
          }
        });
  }

  /** What the project has; empty if something is wrong with it. */
  private Optional<Sources> sources(Problems problems) {
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(new Sources(ontology, data, rules));
  }

  private record Sources(Ontology ontology, CuratedData data, RuleBook rules) {}

  /** Prints a line for each number of copies of a world. */
  private void measure(MultipliedWorld world, long rows, List<Integer> copies, RuleBook rules) {
    for (int round = 0; round < WARM_UP; round++) {
      Reasoning.over(world, 1, rules);
      // Code that both share gets slower for one once the other has run.
      PlainPairs.of(world, 1);
    }
    Reasoning first = null;
    Reasoning before = null;
    for (int number : copies) {
      Reasoning ours =
          Reasoning.mean(
              repeatedly(() -> Reasoning.over(world, number, rules), Reasoning::seconds));
      List<PlainPairs> jena = repeatedly(() -> PlainPairs.of(world, number), PlainPairs::seconds);
      print(world.name(), rows * number, number, ours, before, jena);
      before = ours;
      first = first == null ? ours : first;
    }
    if (first != null && before.derivations > first.derivations) {
      out.printf(
          Locale.ROOT,
          "%s: seconds grow as derivations to the power of %s, processor time to that of %s%n",
          world.name(),
          power(first, before, Reasoning::seconds),
          power(first, before, Reasoning::processorSeconds));
      out.flush();
    }
  }

  /** The slope of the straight line through two points in logarithmic scales. */
  private static String power(
      Reasoning first, Reasoning last, ToDoubleFunction<Reasoning> measured) {
    double before = measured.applyAsDouble(first);
    double after = measured.applyAsDouble(last);
    // Clocks of processors tick coarsely.
    return before <= 0 || after <= 0
        ? "(too short to tell)"
        : String.format(
            Locale.ROOT,
            "%.3f",
            Math.log(after / before) / Math.log((double) last.derivations / first.derivations));
  }

  /**
   * The same again and again for a while, since a few tenths of a second tell little. The first run
   * is not counted: it is slower, above all with more copies than those before, while a smaller
   * world was warmed up long ago, so that growth would seem larger than it is.
   */
  private <T> List<T> repeatedly(Supplier<T> work, ToDoubleFunction<T> seconds) {
    work.get();
    List<T> runs = new ArrayList<>();
    do {
      runs.add(work.get());
    } while (runs.size() < MOST_RUNS
        && mean(runs, seconds) * runs.size() < enough.toMillis() / 1e3);
    return runs;
  }

  private static <T> double mean(List<T> runs, ToDoubleFunction<T> what) {
    return runs.stream().mapToDouble(what).average().orElseThrow();
  }

  private void print(
      String world,
      long rows,
      int copies,
      Reasoning ours,
      @Nullable Reasoning before,
      List<PlainPairs> jena) {
    out.printf(
        Locale.ROOT,
        "%-5s %6d %8d %11d %10d %12d %5s %9.2f %5s %8.2f %8.2f %5s %18.1f %8d %12d %8.2f %6.2f%n",
        world,
        copies,
        rows,
        ours.provisions,
        ours.bonds,
        ours.derivations,
        before == null ? "" : growth(ours.derivations, before.derivations),
        ours.seconds,
        before == null ? "" : growth(ours.seconds, before.seconds),
        ours.collectionSeconds,
        ours.processorSeconds,
        before == null ? "" : growth(ours.processorSeconds, before.processorSeconds),
        ours.processorSeconds * 1e6 / Math.max(1, ours.derivations),
        ours.heap,
        jena.get(0).pairs,
        mean(jena, PlainPairs::seconds),
        ours.seconds / mean(jena, PlainPairs::seconds));
    out.flush();
  }

  private static String growth(double now, double before) {
    return before == 0 ? "" : String.format(Locale.ROOT, "%.1f", now / before);
  }

  /**
   * All data sets from their files to what follows from them; empty if something is wrong with
   * them.
   */
  private Optional<Mapped> whole(Sources sources, Problems problems) {
    Measurement whole = Measurement.begin();
    List<DatasetContent> contents = imports.read(sources.data, problems);
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    double read = stage("read", whole, 0, rows(List.of(Dataset.values())) + " rows");
    Mapped mapped = Mapped.of(sources, contents);
    double before = stage("map", whole, read, mapped.imported.stream().count() + " quads");
    Counts counts = new Counts();
    ImportedWorlds.infer(mapped.imported, mapped.curated, sources.rules).forEach(counts);
    stage("infer", whole, before, counts.bonds + " bonds, " + counts.derivations + " derivations");
    stage(
        "together",
        whole,
        0,
        "%.2f s of processor time, at most %d MB of heap"
            .formatted(whole.processorSeconds(), Measurement.peakHeap()));
    return Optional.of(mapped);
  }

  /** Prints how long a stage took and returns when it ended. */
  private double stage(String name, Measurement whole, double before, String summary) {
    double now = whole.seconds();
    out.printf(Locale.ROOT, "%-10s%8.2f s  %s%n", name, now - before, summary);
    out.flush();
    return now;
  }

  /** The data before anything is inferred; empty if something is wrong with them. */
  private Optional<Mapped> mapped(Sources sources, Problems problems) {
    List<DatasetContent> contents = imports.read(sources.data, problems);
    return problems.hasErrors() ? Optional.empty() : Optional.of(Mapped.of(sources, contents));
  }

  private long rows(List<Dataset> datasets) {
    return imports.list().stream()
        .filter(info -> datasets.stream().anyMatch(dataset -> dataset.key().equals(info.key())))
        .flatMap(info -> info.files().stream())
        .mapToLong(ImportedFile::rows)
        .sum();
  }

  /**
   * The data as a build has them: what curated tables and imports refer to, their dates among it,
   * stands with the curated graphs.
   */
  private record Mapped(DatasetGraph imported, UnionDataset curated) {

    static Mapped of(Sources sources, List<DatasetContent> contents) {
      List<GraphRows> rows = contents.stream().flatMap(content -> content.rows().stream()).toList();
      DatasetGraph named = GraphMapping.map(sources.data, rows, sources.ontology).dataset();
      DatasetGraph imported = ImportedWorlds.separate(named);
      Graph terms = named.getGraph(Iris.graph("ontology"));
      sources.ontology.graph().find().forEach(terms::add);
      return new Mapped(imported, UnionDataset.of(named));
    }
  }

  /** What our rules conclude, and what that costs. */
  private record Reasoning(
      long provisions,
      long bonds,
      long derivations,
      double seconds,
      double collectionSeconds,
      double processorSeconds,
      long heap) {

    static Reasoning over(MultipliedWorld world, int copies, RuleBook rules) {
      Graph facts = world.times(copies, rules::askOfDatasets);
      long provisions = facts.stream(Node.ANY, Casus.IS_PROVISION_OF, Node.ANY).count();
      Counts counts = new Counts();
      Measurement measurement = Measurement.begin();
      rules.applyOverDataset(facts, world.name(), counts);
      return new Reasoning(
          provisions,
          counts.bonds,
          counts.derivations,
          measurement.seconds(),
          measurement.collectionSeconds(),
          measurement.processorSeconds(),
          Measurement.peakHeap());
    }

    /** Of runs that conclude the same. */
    static Reasoning mean(List<Reasoning> runs) {
      Reasoning any = runs.get(0);
      return new Reasoning(
          any.provisions,
          any.bonds,
          any.derivations,
          ReasoningBenchmark.mean(runs, Reasoning::seconds),
          ReasoningBenchmark.mean(runs, Reasoning::collectionSeconds),
          ReasoningBenchmark.mean(runs, Reasoning::processorSeconds),
          runs.stream().mapToLong(Reasoning::heap).max().orElseThrow());
    }
  }

  /** What Jena's rule engine concludes, and how long that takes. */
  private record PlainPairs(int pairs, double seconds) {

    static PlainPairs of(MultipliedWorld world, int copies) {
      // Only what the rule asks for, so that the engine is not slowed down by the rest.
      Graph plain = world.times(copies, triple -> ASKED.contains(triple.getPredicate()));
      Measurement measurement = Measurement.begin();
      GenericRuleReasoner reasoner = new GenericRuleReasoner(Rule.parseRules(PLAIN_PAIRS));
      reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
      InfGraph inferred = reasoner.bind(plain);
      return new PlainPairs(inferred.getDeductionsGraph().size(), measurement.seconds());
    }
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
}
