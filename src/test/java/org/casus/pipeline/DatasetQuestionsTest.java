package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.casus.dataset.Dataset;
import org.casus.dataset.DatasetContent;
import org.casus.dataset.Extent;
import org.casus.dataset.Imports;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.query.ExpectedRows;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.casus.validation.GraphValidation;
import org.casus.vocab.Casus;
import org.casus.wikidata.Enrichment;
import org.casus.wikidata.FileSource;
import org.casus.wikidata.PublishedExtract;
import org.casus.wikidata.WikidataSnapshot;
import org.casus.wikidata.WorkProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions that ask imported data sets, over the files as they were published, where these are
 * at hand. A build does the same, and more that no question needs; here the conclusions stay in
 * memory. The shapes are tried on them, too, which a build does not do.
 */
class DatasetQuestionsTest {

  private static final Path DATASETS =
      Path.of(System.getProperty("casus.datasets", "../shared/datasets"));

  @TempDir private static Path directory;
  private static Project project;
  private static UnionDataset dataset;

  @BeforeAll
  static void conclude() throws IOException {
    assumeTrue(
        Files.isDirectory(DATASETS),
        () ->
            "The published data sets are not at hand in "
                + DATASETS
                + ": the questions that ask them were not tried, nor the shapes. Name another"
                + " directory with -Dcasus.datasets=DIR.");
    project = ProjectCopy.original();
    dataset = conclusions(imports(), snapshot());
  }

  @Test
  void theRowsAreTheExpectedOnes() {
    DatasetGraph queried = dataset.queried();

    assertThat(
            questions().stream()
                .map(question -> question.name() + ":\n" + differences(question, queried))
                .filter(text -> !text.endsWith(":\n")))
        .isEmpty();
  }

  /** Whoever posts a file to an endpoint gets the answer to the question, and no other. */
  @Test
  void theFilesAsTheyStandAskForTheDefaults() {
    for (CatalogueQuery question : questions()) {
      Query bound =
          QueryTransformOps.replaceVars(question.query(), question.bind(Map.of()).terms());
      Query file = QueryFactory.create(question.sparql(), Syntax.syntaxSPARQL_11);
      assertThat(rows(file)).as(question.name()).isNotEmpty().isEqualTo(rows(bound));
    }
  }

  private static List<Binding> rows(Query query) {
    try (QueryExec execution = QueryExec.dataset(dataset.queried()).query(query).build()) {
      return Iter.toList(execution.select());
    }
  }

  private static List<CatalogueQuery> questions() {
    List<CatalogueQuery> questions =
        Catalogue.load(project.queries()).queries().stream()
            .filter(question -> !question.datasets().isEmpty())
            .toList();
    assertThat(questions).isNotEmpty();
    return questions;
  }

  /**
   * What follows from data sets has no labels. The checks, which have names in lower case, speak of
   * curated tables.
   */
  @Test
  void importedRecordsAndWhatFollowsFromThemKeepTheShapes() {
    Problems found = new Problems();
    GraphValidation validation = GraphValidation.read(project.ontology(), found);
    validation.validate(dataset, Map.of(), true, found);
    validation.validateComplete(dataset, Map.of(), found);

    assertThat(
            found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> problem.rule().equals(problem.rule().toUpperCase(Locale.ROOT)))
                .filter(problem -> !problem.rule().equals("CONCLUSION-LABEL"))
                .filter(problem -> isOfADataset(problem.location().graph())))
        .isEmpty();
  }

  /** Of curated records more is said by now than their shapes, which are tried before, allow. */
  private static boolean isOfADataset(String graph) {
    return graph.startsWith("dataset/")
        || ImportedWorlds.WORLDS.keySet().stream()
            .anyMatch(world -> graph.startsWith("inferred/" + world + "/"));
  }

  private static String differences(CatalogueQuery question, DatasetGraph queried) {
    return ExpectedRows.read(ExpectedRows.file(project.queries(), question.name()))
        .compare(question.bind(Map.of()).execute(queried))
        .describe();
  }

  private static Imports imports() throws IOException {
    Imports imports = Imports.at(directory);
    add(imports, Dataset.COW_STATES, "cow-states/states2016.csv");
    add(imports, Dataset.COW_ALLIANCES, "cow-alliances/alliance_v4.1_by_member.csv");
    add(imports, Dataset.ATOP, "atop/atop-member-level.csv", "atop/atop-alliance-level.csv");
    add(imports, Dataset.COW_WARS, "cow-wars/Inter-StateWarData_v4.0.csv");
    return imports;
  }

  private static void add(Imports imports, Dataset dataset, String... names) throws IOException {
    Problems problems = new Problems();
    imports.add(
        dataset,
        Arrays.stream(names).map(DATASETS::resolve).toList(),
        Extent.WHOLE,
        Clock.systemUTC(),
        problems);
    assertThat(problems.errors()).isZero();
  }

  /** All graphs of a build, of the catalogue the rules alone, with their union as default graph. */
  private static UnionDataset conclusions(Imports imports, WikidataSnapshot snapshot) {
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    List<DatasetContent> contents = imports.read(data, problems);
    DatasetGraph named =
        GraphMapping.map(
                data,
                contents.stream().flatMap(content -> content.rows().stream()).toList(),
                ontology)
            .dataset();
    DatasetGraph imported = ImportedWorlds.separate(named);
    Node ontologyGraph = Iris.graph("ontology");
    ontology.graph().find().forEach(triple -> named.add(Quad.create(ontologyGraph, triple)));
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    assertThat(problems.errors()).isZero();

    CatalogueGraph.write(named, Map.of(), rules, data);
    UnionDataset curated = UnionDataset.of(named);
    rules.apply(curated);
    keepAlliancesOf(
        Iris.thing("actor", "azerbaijan"), imported.getGraph(Iris.graph(Dataset.ATOP.graph())));
    Stream.of(imported.stream().toList(), ImportedWorlds.infer(imported, curated, rules))
        .flatMap(List::stream)
        .forEach(named::add);
    snapshot.triples().forEach(triple -> named.add(Quad.create(snapshot.graphNode(), triple)));
    return UnionDataset.of(named);
  }

  /** What Wikidata said in the summer of 2022, as far as it was published. */
  private static WikidataSnapshot snapshot() throws IOException {
    assertThat(PublishedExtract.absent()).isEmpty();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    FileSource extract = FileSource.read(PublishedExtract.write(directory));
    return WikidataSnapshot.store(
        directory,
        new Enrichment(data, ontology, extract).fetch(WorkProgress.SILENT),
        extract.name(),
        LocalDate.of(2022, 8, 1),
        Instant.EPOCH);
  }

  /**
   * Takes the parts in all other alliances and their provisions out, which are four fifths of all
   * that follows: the questions ask ATOP by default for pairs with this state.
   */
  private static void keepAlliancesOf(Node state, Graph graph) {
    Set<Node> kept =
        graph
            .find(Node.ANY, Casus.IS_PARTICIPATION_OF, state)
            .mapWith(Triple::getSubject)
            .toList()
            .stream()
            .map(part -> object(graph, part, Casus.IS_PARTICIPATION_IN))
            .collect(Collectors.toSet());
    for (Node property : List.of(Casus.IS_PARTICIPATION_IN, Casus.IS_PROVISION_OF)) {
      Predicate<Triple> isOther = triple -> !kept.contains(triple.getObject());
      graph.find(Node.ANY, property, Node.ANY).filterKeep(isOther).toList().stream()
          .map(Triple::getSubject)
          .forEach(record -> graph.remove(record, Node.ANY, Node.ANY));
    }
  }

  private static Node object(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).next().getObject();
  }
}
