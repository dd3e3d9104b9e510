package org.casus.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.mapping.MappedData;
import org.casus.ontology.Ontology;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.casus.query.CatalogueQuery;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.validation.GraphValidation;

/**
 * The whole dataset in memory, from the sources up to the conclusions: what a build stores and what
 * a check looks at. The same sources give the same quads.
 */
public final class Assembly {

  private final DatasetGraph dataset;
  private final CuratedData data;
  private final Map<Node, Location> origins;
  private final Ontology ontology;

  private Assembly(MappedData mapped, CuratedData data, Ontology ontology) {
    this.dataset = mapped.dataset();
    this.data = data;
    this.origins = mapped.origins();
    this.ontology = ontology;
  }

  /**
   * Reads, maps, validates and infers. Goes on after a fault as far as the next stage still makes
   * sense, so that one run tells as much as can be told: shapes are tried on the rows that could be
   * read even if others could not.
   *
   * @param differingAnswers how much it weighs that a question is not answered by its expected rows
   * @param problems gets everything that was found; if it then has errors, the dataset is not fit
   *     to be stored
   */
  public static Assembly of(
      Project project, Severity differingAnswers, Problems problems, Progress progress) {
    Stopwatch watch = new Stopwatch(progress);
    SortedMap<String, String> files = project.sourceFiles();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    if (problems.hasErrors()) {
      // Half an ontology gives half the codes, and every row that uses the other half seems wrong.
      return new Assembly(
          new MappedData(DatasetGraphFactory.create(), Map.of()),
          new CuratedData(List.of(), List.of()),
          ontology);
    }
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    long rows = data.tables().stream().mapToLong(table -> table.rows().size()).sum();
    watch.ended("read", rows + " rows, " + data.works().size() + " works");

    MappedData mapped = GraphMapping.map(data, ontology);
    Assembly assembly = new Assembly(mapped, data, ontology);
    Node ontologyGraph = Iris.graph("ontology");
    ontology
        .graph()
        .find()
        .forEach(triple -> assembly.dataset.add(Quad.create(ontologyGraph, triple)));
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    List<CatalogueQuery> questions = Questions.read(project.queries(), problems);
    CatalogueGraph.write(assembly.dataset, files, rules, questions, data);
    watch.ended("map", assembly.size() + " quads");

    GraphValidation validation = GraphValidation.read(project.ontology(), problems);
    boolean readable = !problems.hasErrors();
    validation.validate(assembly.dataset, assembly.origins, readable, problems);
    watch.ended(
        "validate",
        validation.numberOfShapes()
            + " shapes, "
            + validation.numberOfChecks()
            + " checks, "
            + problems.errors()
            + " errors, "
            + problems.warnings()
            + " warnings");
    if (readable && !problems.hasErrors()) {
      long derived = rules.apply(assembly.dataset);
      watch.ended("infer", rules.headers().size() + " rules, " + derived + " quads");
      validation.validateComplete(assembly.dataset, assembly.origins, problems);
      Questions.check(questions, UnionDataset.of(assembly.dataset), differingAnswers, problems);
      watch.ended("ask", questions.size() + " questions compared with their expected rows");
    }
    return assembly;
  }

  public DatasetGraph dataset() {
    return dataset;
  }

  public CuratedData data() {
    return data;
  }

  public Ontology ontology() {
    return ontology;
  }

  public Map<Node, Location> origins() {
    return origins;
  }

  /** How many quads there are. */
  public long size() {
    return dataset.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).count();
  }

  /** Measures from the end of the last stage to that of the next. */
  static final class Stopwatch {
    private final Progress progress;
    private long started = System.nanoTime();

    Stopwatch(Progress progress) {
      this.progress = progress;
    }

    void ended(String stage, String summary) {
      long now = System.nanoTime();
      progress.ended(stage, summary, Duration.ofNanos(now - started));
      started = now;
    }
  }
}
