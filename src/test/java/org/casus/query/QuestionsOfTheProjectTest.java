package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.XSD;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.pipeline.Assembly;
import org.casus.pipeline.Progress;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.testing.ProjectCopy;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions of the project as texts and over its data. That the rows are the expected ones is
 * tested with the build; here is what an author may get wrong without changing a row.
 *
 * <p>Jena reads more than SPARQL 1.1, and even its strict mode is the opinion of one
 * implementation. The parser of RDF4J, which shares no code with it, is the second opinion: a text
 * that both take will run in other stores.
 */
class QuestionsOfTheProjectTest {

  private static final Project PROJECT = ProjectCopy.original();
  private static final String ALL = "all";
  private static final Pattern IRI = Pattern.compile("<([a-z][^<> ]*)>");

  private static Catalogue catalogue;
  private static DatasetGraph dataset;
  private static Set<Node> terms;
  private static Set<Set<String>> codeLists;

  @BeforeAll
  static void build() {
    Problems problems = new Problems();
    DatasetGraph named = Assembly.of(PROJECT, problems, Progress.SILENT).dataset();
    assertThat(problems.errors()).isZero();
    dataset = UnionDataset.of(named).queried();
    catalogue = Catalogue.load(PROJECT.queries());
    terms = new HashSet<>();
    named.stream()
        .forEach(
            quad ->
                terms.addAll(
                    List.of(
                        quad.getGraph(),
                        quad.getSubject(),
                        quad.getPredicate(),
                        quad.getObject())));
    codeLists = codeLists();
  }

  static List<CatalogueQuery> all() {
    return Catalogue.load(PROJECT.queries()).queries();
  }

  static List<CatalogueQuery> curated() {
    return all().stream().filter(question -> question.datasets().isEmpty()).toList();
  }

  @Test
  void thereAreEnoughQuestionsWithoutImportedDataSets() {
    assertThat(curated()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void twoParsersTakeItAsSparql11(String name) {
    CatalogueQuery question = catalogue.require(name);
    String runnable = question.bind(Map.of()).sparql();
    for (String text : List.of(question.sparql(), runnable)) {
      assertThatCode(() -> new SPARQLParser().parseQuery(text, null)).doesNotThrowAnyException();
      assertThatCode(() -> QueryFactory.create(text, Syntax.syntaxSPARQL_11))
          .doesNotThrowAnyException();
    }
    assertThat(runnable)
        .as("the text keeps the layout of the file")
        .contains(question.sparql().lines().filter(line -> line.startsWith("PREFIX")).toList());
  }

  static Stream<String> names() {
    return all().stream().map(CatalogueQuery::name);
  }

  @Test
  void secondParserRefusesWhatIsNotSparql11() {
    assertThatThrownBy(() -> new SPARQLParser().parseQuery("SELECT ?x { LET (?x := 1) }", null))
        .isInstanceOf(MalformedQueryException.class);
  }

  @Test
  void everyTermOccursInTheDataOrTheOntology() {
    SortedMap<String, Set<String>> unknown = new TreeMap<>();
    for (CatalogueQuery question : catalogue.queries()) {
      Set<String> missing =
          iris(question.query()).stream()
              .filter(iri -> !iri.startsWith(XSD.NS))
              .filter(iri -> question.datasets().isEmpty() || !isOfImports(iri))
              .filter(iri -> !terms.contains(NodeFactory.createURI(iri)))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!missing.isEmpty()) {
        unknown.put(question.name(), missing);
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean isOfImports(String iri) {
    return Stream.of("dataset/", "inferred/cow/", "inferred/atop/")
            .anyMatch(name -> iri.startsWith(Iris.GRAPHS + name))
        || Stream.of("http://www.wikidata.org/", "http://wikiba.se/").anyMatch(iri::startsWith);
  }

  private static Set<String> iris(Query query) {
    Query bare = query.cloneQuery();
    bare.setPrefixMapping(PrefixMapping.Factory.create());
    Matcher matcher = IRI.matcher(bare.serialize(Syntax.syntaxSPARQL_11));
    Set<String> iris = new TreeSet<>();
    while (matcher.find()) {
      iris.add(matcher.group(1));
    }
    assertThat(iris).isNotEmpty();
    return iris;
  }

  @Test
  void everyPrefixIsUsed() {
    for (CatalogueQuery question : catalogue.queries()) {
      String body = question.bind(Map.of()).sparql().replaceAll("(?m)^PREFIX .*$", "");
      assertThat(question.query().getPrefixMapping().getNsPrefixMap().keySet())
          .as(question.name())
          .allMatch(prefix -> body.contains(prefix + ":"));
    }
  }

  @Test
  void defaultsAndAllowedValuesNameThingsThatThereAre() {
    List<String> unknown = new ArrayList<>();
    for (CatalogueQuery question : catalogue.queries()) {
      for (Parameter parameter : question.parameters()) {
        Stream.concat(parameter.defaultValue().stream(), parameter.values().stream())
            .map(parameter::term)
            .filter(term -> term.isURI() && !terms.contains(term))
            .forEach(term -> unknown.add(question.name() + " " + parameter.name() + ": " + term));
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** A list of codes that lacks one is as wrong as one that has too many. */
  @Test
  void allowedValuesAreCompleteListsOfCodesOrWordsOfTheQuery() {
    List<String> wrong = new ArrayList<>();
    for (CatalogueQuery question : catalogue.queries()) {
      for (Parameter parameter : question.parameters()) {
        Set<String> values = new TreeSet<>(parameter.values());
        values.remove(ALL);
        boolean isCode = codeLists.stream().anyMatch(list -> list.containsAll(values));
        boolean isComplete = codeLists.contains(values);
        boolean isActor =
            values.stream().allMatch(value -> terms.contains(Iris.thing("actor", value)));
        long words =
            values.stream().filter(value -> question.sparql().contains('"' + value + '"')).count();
        // One word may be what is meant when it is none of the others.
        boolean isWord = words >= values.size() - 1;
        if (!values.isEmpty() && !isComplete && !isActor && (isCode || !isWord)) {
          wrong.add(question.name() + " " + parameter.name() + ": " + values);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The codes of each scheme, those below each concept, and those below each class. */
  private static Set<Set<String>> codeLists() {
    Set<Set<String>> lists = new HashSet<>();
    String byParent =
        """
        PREFIX casus: <https://w3id.org/casus/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?parent ?code
        { ?term skos:inScheme|skos:broader|rdfs:subClassOf ?parent ; skos:notation ?code }
        """;
    Map<Node, Set<String>> byList = new LinkedHashMap<>();
    for (List<Node> row : rows(QueryFactory.create(byParent))) {
      byList
          .computeIfAbsent(row.get(0), parent -> new TreeSet<>())
          .add(row.get(1).getLiteralLexicalForm());
    }
    lists.addAll(byList.values());
    assertThat(lists).hasSizeGreaterThan(20);
    return lists;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("curatedNames")
  void defaultsGiveRowsInAnOrderThatLeavesNothingOpen(String name) {
    CatalogueQuery question = catalogue.require(name);
    Query bound = QueryTransformOps.replaceVars(question.query(), question.bind(Map.of()).terms());
    List<List<Node>> rows = rows(bound);
    assertThat(rows).isNotEmpty();

    Query keyed = bound.cloneQuery();
    int number = 0;
    for (SortCondition condition : bound.getOrderBy()) {
      keyed.addResultVar("key" + number++, condition.getExpression());
    }
    int columns = bound.getResultVars().size();
    List<List<Node>> keys =
        rows(keyed).stream().map(row -> row.subList(columns, row.size())).toList();
    assertThat(keys).hasSameSizeAs(rows).doesNotHaveDuplicates();
  }

  /** Whoever posts the file to an endpoint gets the answer to the question, and no other. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("curatedNames")
  void theFileAsItStandsAsksForTheDefaults(String name) {
    CatalogueQuery question = catalogue.require(name);
    Query bound = QueryTransformOps.replaceVars(question.query(), question.bind(Map.of()).terms());
    Query file = QueryFactory.create(question.sparql(), Syntax.syntaxSPARQL_11);
    assertThat(rows(file)).isEqualTo(rows(bound));
  }

  /**
   * The text that is printed names each value where it counts, and only the value that was given.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void noDefaultIsLeftInATextWithOtherValues(String name) {
    CatalogueQuery question = catalogue.require(name);
    String text = question.bind(Map.of()).sparql();
    for (Parameter parameter : question.parameters()) {
      assertThat(text).doesNotContain("?" + parameter.name() + " ", "?" + parameter.name() + ")");
    }
  }

  static Stream<String> curatedNames() {
    return curated().stream().map(CatalogueQuery::name);
  }

  private static List<List<Node>> rows(Query query) {
    List<List<Node>> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      RowSet answer = execution.select();
      List<Var> variables = query.getProjectVars();
      while (answer.hasNext()) {
        var binding = answer.next();
        List<Node> row = new ArrayList<>();
        variables.forEach(variable -> row.add(binding.get(variable)));
        rows.add(row);
      }
    }
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void headerIsWrittenInSentences(String name) {
    CatalogueQuery question = catalogue.require(name);
    assertThat(question.question()).endsWith("?");
    assertThat(question.why()).endsWith(".");
    assertThat(question.title()).doesNotEndWith(".");
    assertThat(question.columns())
        .allSatisfy(column -> assertThat(column.description()).endsWith("."));
    assertThat(question.parameters())
        .allSatisfy(parameter -> assertThat(parameter.description()).endsWith("."));
  }

  @Test
  void keywordsAreThoseOfTheReadmeAndTheFirstIsATheme() throws IOException {
    String readme = Files.readString(PROJECT.queries().resolve("README.md"));
    Set<String> themes = firstColumn(readme, "| theme |");
    Set<String> keywords = new TreeSet<>(themes);
    keywords.addAll(firstColumn(readme, "| further keyword |"));

    Set<String> used = new TreeSet<>();
    for (CatalogueQuery question : catalogue.queries()) {
      assertThat(question.keywords()).as(question.name()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(themes).as(question.name()).contains(question.keywords().get(0));
      used.addAll(question.keywords());
    }
    for (CatalogueQuery question : catalogue.federated()) {
      assertThat(themes).as(question.name()).contains(question.keywords().get(0));
      used.addAll(question.keywords());
    }
    assertThat(used).isEqualTo(keywords);
  }

  private static Set<String> firstColumn(String readme, String header) {
    return readme
        .lines()
        .dropWhile(line -> !line.startsWith(header))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|")[1].strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The very queries by which the editor of the SIB looks for examples and prefixes. */
  @Test
  void editorsFindTheQuestionsInTheGraph() {
    String examples =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT DISTINCT ?sq ?comment ?query
        WHERE {
          ?sq a sh:SPARQLExecutable ;
            rdfs:comment ?comment ;
            sh:select|sh:ask|sh:construct|sh:describe ?query .
        } ORDER BY ?sq
        """;
    List<List<Node>> found = rows(QueryFactory.create(examples));
    assertThat(found)
        .extracting(row -> row.get(0).getURI(), row -> row.get(1).getLiteralLexicalForm())
        .containsExactlyInAnyOrderElementsOf(
            catalogue.queries().stream()
                .map(
                    question ->
                        tuple(Iris.thing("query", question.name()).getURI(), question.question()))
                .toList());

    String prefixes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT DISTINCT ?prefix ?namespace
        WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }
        ORDER BY ?prefix
        """;
    assertThat(rows(QueryFactory.create(prefixes)))
        .extracting(
            row ->
                Map.entry(row.get(0).getLiteralLexicalForm(), row.get(1).getLiteralLexicalForm()))
        .containsExactlyElementsOf(catalogue.prefixes().entrySet());
  }

  @Test
  void whatStandsInTheGraphRunsAndGivesTheExpectedRows() {
    Map<String, String> differing = new TreeMap<>();
    for (CatalogueQuery question : curated()) {
      Node text =
          dataset
              .find(
                  Iris.graph("catalogue"),
                  Iris.thing("query", question.name()),
                  NodeFactory.createURI("http://www.w3.org/ns/shacl#select"),
                  Node.ANY)
              .next()
              .getObject();
      Query query = QueryFactory.create(text.getLiteralLexicalForm(), Syntax.syntaxSPARQL_11);
      ResultTable answer =
          new ResultTable(query.getResultVars(), rows(query), query.getPrefixMapping());
      Path expected = ExpectedRows.file(PROJECT.queries(), question.name());
      String difference = ExpectedRows.read(expected).compare(answer).describe();
      if (!difference.isEmpty()) {
        differing.put(question.name(), difference);
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void catalogueOfTheGraphIsThatOfTheFiles() {
    assertThat(Catalogue.read(dataset).queries()).isEqualTo(catalogue.queries());
    assertThat(Catalogue.read(dataset).prefixes()).isEqualTo(catalogue.prefixes());
  }
}
