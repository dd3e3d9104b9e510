package org.casus.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.model.Citation;
import org.casus.model.TableRow;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.Column;
import org.casus.source.CuratedData;
import org.casus.source.LoadedTable;
import org.casus.source.Located;
import org.casus.source.SourceReader;
import org.casus.source.TableMetadata;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over the data of the project: what mappers write is what the metadata of the tables says. */
class MetadataMappingTest {

  private static final Path DATA = Path.of("data");

  private static Ontology ontology;
  private static CuratedData data;
  private static MappedData mapped;

  /** Properties whose values a curator writes as kind/slug. */
  private static Set<String> ofAnyRecord;

  @BeforeAll
  static void map() {
    Problems problems = new Problems();
    ontology = Ontology.read(Path.of("ontology"), problems);
    data = new SourceReader(DATA, ontology.codeLists()).read(problems);
    assertThat(problems.sorted()).isEmpty();
    mapped = GraphMapping.map(data, ontology);
    ofAnyRecord = new HashSet<>(Set.of(Casus.IS_LINK_OF.getURI()));
    for (LoadedTable table : data.tables()) {
      for (Column column : table.metadata().columns()) {
        if (column.reference().filter(Column.ANY_RECORD::equals).isPresent()) {
          ofAnyRecord.add(column.property().orElseThrow());
        }
      }
    }
  }

  @Test
  void everyCellIsMappedToThePropertyOfItsColumn() throws IOException {
    List<String> faults = new ArrayList<>();
    int cells = 0;
    for (LoadedTable table : data.tables()) {
      for (CsvRecord row : rows(table)) {
        Graph graph = graphOf(table, row);
        Node subject = Iris.thing(table.metadata().kind(), row.getField(0));
        for (Map.Entry<String, Set<String>> entry : valuesByProperty(table, row).entrySet()) {
          Set<String> found = new TreeSet<>();
          Node property = NodeFactory.createURI(entry.getKey());
          graph
              .find(subject, property, Node.ANY)
              .forEach(triple -> found.add(text(property, triple.getObject())));
          if (!found.equals(entry.getValue())) {
            faults.add(
                "%s:%d %s: expected %s, mapped %s"
                    .formatted(
                        table.metadata().table(),
                        row.getStartingLineNumber(),
                        entry.getKey(),
                        entry.getValue(),
                        found));
          }
          cells++;
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(cells).isGreaterThan(1_000);
  }

  @Test
  void everyPropertyOfARowIsInTheMetadataOfItsTable() {
    Set<String> faults = new TreeSet<>();
    for (LoadedTable table : data.tables()) {
      Set<String> known = new TreeSet<>(ofEveryRecord());
      table.metadata().columns().forEach(column -> column.property().ifPresent(known::add));
      for (Located<?> row : table.rows()) {
        Node subject = subject(table, row);
        mapped.dataset().stream(Node.ANY, subject, Node.ANY, Node.ANY)
            .filter(quad -> !isMatch(quad.asTriple()))
            .map(quad -> quad.getPredicate().getURI())
            .filter(property -> !known.contains(property))
            .forEach(property -> faults.add(table.metadata().table() + ": " + property));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyResourceHasOneLabelAndAType() {
    Graph union = UnionDataset.of(mapped.dataset()).union();
    Set<Node> subjects = new HashSet<>();
    union
        .find()
        .filterDrop(MetadataMappingTest::isMatch)
        .forEach(t -> subjects.add(t.getSubject()));
    List<String> faults = new ArrayList<>();
    for (Node subject : subjects) {
      List<Triple> labels = union.find(subject, RDFS.label.asNode(), Node.ANY).toList();
      List<Triple> types = union.find(subject, RDF.type.asNode(), Node.ANY).toList();
      if (labels.size() != 1 || types.size() != 1) {
        faults.add(subject + " has the labels " + labels + " and the types " + types);
      } else if (labels.get(0).getObject().getLiteralLexicalForm().isBlank()) {
        faults.add(subject + " has a blank label");
      }
    }
    assertThat(faults).isEmpty();
    assertThat(subjects).hasSizeGreaterThan(1_000);
  }

  @Test
  void everyResourceStandsInOneGraph() {
    Map<Node, Set<Node>> graphs = new HashMap<>();
    mapped.dataset().stream()
        .filter(quad -> !isMatch(quad.asTriple()))
        .forEach(
            quad ->
                graphs
                    .computeIfAbsent(quad.getSubject(), subject -> new HashSet<>())
                    .add(quad.getGraph()));
    graphs.values().removeIf(in -> in.size() == 1);
    assertThat(graphs).as("resources that stand in several graphs").isEmpty();
  }

  @Test
  void graphsAreReferenceAndLinksAndOneForEachArticle() {
    DatasetGraph dataset = mapped.dataset();
    assertThat(dataset.getDefaultGraph().isEmpty()).isTrue();
    Set<String> articles = new TreeSet<>();
    for (LoadedTable table : data.tables()) {
      if (table.metadata().graph() == TableMetadata.Graph.ARTICLE) {
        table.rows().forEach(row -> articles.add(row.value().attestation().source()));
      }
    }
    Set<String> expected = new TreeSet<>(Set.of("reference", "wikidata"));
    articles.forEach(article -> expected.add("article/" + article));
    Set<String> found = new TreeSet<>();
    dataset.listGraphNodes().forEachRemaining(graph -> found.add(Iris.graphName(graph)));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void everyRecordIsTracedToItsRow() {
    for (LoadedTable table : data.tables()) {
      for (Located<?> row : table.rows()) {
        assertThat(mapped.origins().get(subject(table, row))).isEqualTo(row.location());
      }
    }
    assertThat(data.works())
        .allSatisfy(
            work ->
                assertThat(mapped.origins().get(Iris.thing("source", work.value().key())))
                    .isEqualTo(work.location()));
  }

  @Test
  void thereAreNoBlankNodes() {
    assertThat(mapped.dataset().stream())
        .noneMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank());
  }

  @Test
  void secondRunGivesTheSameQuads() {
    Set<Quad> again = new HashSet<>();
    GraphMapping.map(data, ontology).dataset().stream().forEach(again::add);
    assertThat(mapped.dataset().stream()).hasSameSizeAs(again).allMatch(again::contains);
  }

  @Test
  void citationsNameTheCitingArticle() {
    assertThat(
            data.tables().stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.value() instanceof Citation))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        mapped.dataset().stream(
                            Node.ANY,
                            Iris.thing("citation", row.value().id()),
                            NodeFactory.createURI("http://purl.org/spar/cito/hasCitingEntity"),
                            Iris.thing("source", row.value().attestation().source())))
                    .hasSize(1));
  }

  /** What a verified link says once more as a plain triple about the thing that is linked. */
  private static boolean isMatch(Triple triple) {
    return Set.of(OWL.sameAs.asNode(), SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode())
        .contains(triple.getPredicate());
  }

  /** The source is said of citations, too, though their column is mapped to the citing entity. */
  private static Set<String> ofEveryRecord() {
    return Set.of(RDF.type.getURI(), RDFS.label.getURI(), DCTerms.source.getURI());
  }

  private static Node subject(LoadedTable table, Located<?> row) {
    return Iris.thing(table.metadata().kind(), ((TableRow) row.value()).id());
  }

  private static List<CsvRecord> rows(LoadedTable table) throws IOException {
    Path file = DATA.resolve(table.metadata().table());
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().skip(1).toList();
    }
  }

  private static Graph graphOf(LoadedTable table, CsvRecord row) {
    List<String> columns = table.metadata().columns().stream().map(Column::name).toList();
    return mapped
        .dataset()
        .getGraph(
            Iris.graph(table.metadata().graph().nameFor(row.getField(columns.indexOf("source")))));
  }

  private static Map<String, Set<String>> valuesByProperty(LoadedTable table, CsvRecord row) {
    Map<String, Set<String>> values = new TreeMap<>();
    List<Column> columns = table.metadata().columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String cell = row.getField(i);
      if (column.property().isPresent() && !cell.isEmpty()) {
        values
            .computeIfAbsent(column.property().get(), property -> new TreeSet<>())
            .addAll(column.list() ? List.of(cell.split(";")) : List.of(cell));
      }
    }
    return values;
  }

  /** What a curator writes for the value. */
  private static String text(Node property, Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    if (property.equals(RDF.type.asNode())) {
      return ontology
          .graph()
          .find(value, SKOS.notation.asNode(), Node.ANY)
          .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
          .nextOptional()
          .orElse(value.getURI());
    }
    if (value.getURI().startsWith(Wikidata.ENTITY)) {
      return value.getURI().substring(Wikidata.ENTITY.length());
    }
    if (value.getURI().startsWith(Casus.NAMESPACE)) {
      return WikidataLink.TERM + value.getURI().substring(Casus.NAMESPACE.length());
    }
    String thing = value.getURI().substring(Iris.THINGS.length());
    if (ofAnyRecord.contains(property.getURI())) {
      return thing;
    }
    String slug = thing.substring(thing.indexOf('/') + 1);
    if (thing.startsWith("date/")) {
      return slug.equals("open") ? ".." : URLDecoder.decode(slug, StandardCharsets.UTF_8);
    }
    return slug;
  }
}
