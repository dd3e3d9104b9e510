package org.casus.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.casus.dataset.DatasetContent;
import org.casus.dataset.Imports;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.mapping.MappedData;
import org.casus.ontology.Ontology;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.validation.GraphValidation;
import org.casus.wikidata.WikidataSnapshot;

/**
 * The whole dataset in memory, from the sources up to the conclusions: what a build stores and what
 * a check looks at. The same sources give the same quads.
 */
public final class Assembly {

  private final Project project;
  private final UnionDataset dataset;
  private final DatasetGraph imported;
  private List<Quad> followed = List.of();
  private final CuratedData data;
  private final Map<Node, Location> origins;
  private final Ontology ontology;
  private final List<CatalogueQuery> questions;

  private Assembly(
      Project project,
      MappedData mapped,
      UnionDataset dataset,
      DatasetGraph imported,
      CuratedData data,
      Ontology ontology,
      List<CatalogueQuery> questions) {
    this.project = project;
    this.dataset = dataset;
    this.imported = imported;
    this.data = data;
    this.origins = mapped.origins();
    this.ontology = ontology;
    this.questions = questions;
  }

  /**
   * Reads, maps, validates and infers. Goes on after a fault as far as the next stage still makes
   * sense, so that one run tells as much as can be told: shapes are tried on the rows that could be
   * read even if others could not.
   *
   * @param problems gets everything that was found; if it then has errors, the dataset is not fit
   *     to be stored
   */
  public static Assembly of(Project project, Problems problems, Progress progress) {
    return of(
        project, project.sourceFiles(), Optional.empty(), Optional.empty(), problems, progress);
  }

  /**
   * The same, together with imported data sets, which are mapped and reasoned over apart. They were
   * checked when they were imported. What was fetched from Wikidata joins them, and nothing is
   * reasoned over it.
   *
   * @param files the digests of the files of the project, which the catalogue of the dataset tells
   */
  static Assembly of(
      Project project,
      SortedMap<String, String> files,
      Optional<Imports> imports,
      Optional<WikidataSnapshot> snapshot,
      Problems problems,
      Progress progress) {
    Stopwatch watch = new Stopwatch(progress);
    Reading<GraphValidation> validationRead =
        Reading.begin(found -> GraphValidation.read(project.ontology(), found));
    Reading<Optional<Catalogue>> catalogueRead =
        Reading.begin(found -> Questions.read(project.queries(), found));
    Reading<RuleBook> rulesRead =
        Reading.begin(found -> RuleBook.read(project.ontology().resolve("rules"), found));
    Reading<Graph> shapesRead = Reading.begin(found -> Ontology.shapes(project.ontology(), found));
    Ontology ontology = Ontology.read(project.ontology(), problems);
    if (problems.hasErrors()) {
      // Half an ontology gives half the codes, and every row that uses the other half seems wrong.
      validationRead.end(problems);
      catalogueRead.end(problems);
      rulesRead.end(problems);
      shapesRead.end(problems);
      DatasetGraph nothing = DatasetGraphFactory.create();
      return new Assembly(
          project,
          new MappedData(nothing, Map.of()),
          UnionDataset.of(nothing),
          DatasetGraphFactory.create(),
          new CuratedData(List.of(), List.of()),
          ontology,
          List.of());
    }
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    long rows = data.tables().stream().mapToLong(table -> table.rows().size()).sum();
    watch.ended("read", rows + " rows, " + data.works().size() + " works");
    List<DatasetContent> datasets =
        imports.map(stored -> read(stored, data, problems)).orElse(List.of());
    if (!datasets.isEmpty()) {
      watch.ended("read imports", datasets.size() + " data sets");
    }

    MappedData mapped =
        GraphMapping.map(
            data, datasets.stream().flatMap(content -> content.rows().stream()).toList(), ontology);
    DatasetGraph named = mapped.dataset();
    DatasetGraph imported = ImportedWorlds.separate(named);
    Node ontologyGraph = Iris.graph("ontology");
    ontology.graph().find().forEach(triple -> named.add(Quad.create(ontologyGraph, triple)));
    RuleBook rules = rulesRead.end(problems);
    Optional<Catalogue> catalogue = catalogueRead.end(problems);
    catalogue.ifPresent(questions -> questions.write(named));
    CatalogueGraph.write(named, files, rules, data);
    imports.ifPresent(stored -> CatalogueGraph.writeImports(named, stored));
    snapshot.ifPresent(
        fetched -> {
          CatalogueGraph.writeSnapshot(named, fetched);
          fetched
              .triples()
              .forEach(triple -> imported.add(Quad.create(fetched.graphNode(), triple)));
          watch.ended("read wikidata", fetched.size() + " triples of " + fetched.day());
        });
    Assembly assembly =
        new Assembly(
            project,
            mapped,
            UnionDataset.of(named),
            imported,
            data,
            ontology,
            catalogue.map(Catalogue::queries).orElse(List.of()));
    watch.ended("map", assembly.size() + " quads");

    GraphValidation validation = validationRead.end(problems);
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
      if (!datasets.isEmpty()) {
        assembly.followed = ImportedWorlds.infer(imported, assembly.dataset, rules);
        watch.ended("infer imports", assembly.followed.size() + " quads");
      }
      CompletableFuture<Void> checked =
          CompletableFuture.runAsync(
              () -> validation.validateComplete(assembly.dataset, assembly.origins, problems));
      List<Quad> description = assembly.describe(shapesRead.end(problems));
      // Only then may the dataset that is looked at change.
      checked.join();
      long described =
          description.stream()
              .filter(quad -> assembly.dataset.add(quad.getGraph(), quad.asTriple()))
              .count();
      watch.ended("describe", described + " quads");
    }
    return assembly;
  }

  /**
   * The shapes and, last of all, the description of the whole with its numbers. Both are about the
   * records; neither rules nor checks read them.
   */
  private List<Quad> describe(Graph shapes) {
    List<Quad> added = new ArrayList<>();
    shapes.find().forEach(triple -> added.add(Quad.create(Iris.graph("shapes"), triple)));
    List<Quad> described = Stream.concat(all(), added.stream()).toList();
    Node catalogue = Iris.graph("catalogue");
    DatasetDescription.write(
        described,
        ontology.graph().getPrefixMapping(),
        triple -> added.add(Quad.create(catalogue, triple)));
    return added;
  }

  /** Warnings about imported files were told when they were imported. */
  private static List<DatasetContent> read(Imports imports, CuratedData data, Problems problems) {
    Problems found = new Problems();
    List<DatasetContent> contents = imports.read(data, found);
    found.stream().filter(problem -> problem.severity() == Severity.ERROR).forEach(problems::add);
    return contents;
  }

  /**
   * Asks every question about what is curated and compares the answers with the expected rows.
   *
   * @param severity how much a difference weighs: an error in a check; in a build a warning, since
   *     a curator who adds a record must see the new answer before he can accept it
   * @return how many questions there are
   */
  public int ask(Severity severity, Problems problems) {
    List<CatalogueQuery> asked =
        questions.stream().filter(question -> question.datasets().isEmpty()).toList();
    Questions.check(asked, project.queries(), dataset.queried(), severity, problems);
    return asked.size();
  }

  /** The named graphs of what is curated, and of what follows from it. */
  public DatasetGraph dataset() {
    return dataset.named();
  }

  /** All quads, those of imported data sets included. */
  List<Quad> quads() {
    return all().toList();
  }

  private Stream<Quad> all() {
    return Stream.of(dataset.named().stream(), imported.stream(), followed.stream())
        .flatMap(any -> any);
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
    return dataset.named().stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).count();
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
