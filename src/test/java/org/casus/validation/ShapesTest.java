package org.casus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A directory is a test: {@code shapes/SHAPE/valid/CASE/data.ttl} conforms to the shape after which
 * the directory is called, and {@code shapes/SHAPE/invalid/CASE/data.ttl} breaks it as {@code
 * expected.csv} beside it says. What the case refers to need not conform to other shapes.
 */
class ShapesTest {

  private static final Path CASES = Path.of("src/test/resources/shapes");

  private static Graph graph;
  private static Shapes shapes;
  private static Graph terms;

  /** A result as {@code expected.csv} has it. */
  record Result(String code, String focusNode, String path) implements Comparable<Result> {

    @Override
    public int compareTo(Result other) {
      return toString().compareTo(other.toString());
    }
  }

  @BeforeAll
  static void read() {
    Problems problems = new Problems();
    graph = GraphFactory.createDefaultGraph();
    Ontology.turtleFiles(Path.of("ontology/shapes"))
        .forEach(file -> Ontology.parse(file, Path.of("ontology"), graph, problems));
    shapes = Shapes.parse(graph);
    terms = Ontology.read(Path.of("ontology"), problems).graph();
    assertThat(problems.sorted()).isEmpty();
  }

  static List<Path> valid() {
    return cases("valid");
  }

  static List<Path> invalid() {
    return cases("invalid");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validCaseBreaksNoShape(Path directory) {
    assertThat(results(directory)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidCaseBreaksTheShapesExpected(Path directory) {
    SortedSet<Result> expected = expected(directory.resolve("expected.csv"));
    assertThat(expected).as("expected results").isNotEmpty();
    assertThat(results(directory)).isEqualTo(expected);
  }

  @Test
  void everyDirectoryOfCasesHasBothKinds() throws IOException {
    for (Path shape : children(CASES)) {
      assertThat(children(shape).stream().map(path -> path.getFileName().toString()))
          .as(shape.toString())
          .containsExactlyInAnyOrder("valid", "invalid");
      assertThat(children(shape.resolve("valid"))).as(shape + " valid").isNotEmpty();
      assertThat(children(shape.resolve("invalid"))).as(shape + " invalid").isNotEmpty();
    }
  }

  @Test
  void everyCaseIsComplete() throws IOException {
    assertThat(valid()).isNotEmpty();
    assertThat(invalid()).isNotEmpty();
    for (Path directory : valid()) {
      assertThat(children(directory).stream().map(Path::getFileName))
          .as(directory.toString())
          .containsExactly(Path.of("data.ttl"));
    }
    for (Path directory : invalid()) {
      assertThat(children(directory).stream().map(Path::getFileName))
          .as(directory.toString())
          .containsExactly(Path.of("data.ttl"), Path.of("expected.csv"));
    }
  }

  @Test
  void everyShapeHasCases() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    shapes.forEach(shape -> names.add(localName(shape.getShapeNode()).toLowerCase(Locale.ROOT)));
    assertThat(children(CASES).stream().map(path -> path.getFileName().toString()))
        .containsExactlyElementsOf(names);
  }

  private static SortedSet<Result> results(Path directory) {
    Graph data = GraphFactory.createDefaultGraph();
    terms.find().forEach(data::add);
    RDFDataMgr.read(data, directory.resolve("data.ttl").toUri().toString());
    SortedSet<Result> results = new TreeSet<>();
    Set<String> codes = codes(directory);
    for (ReportEntry entry : ShaclValidator.get().validate(shapes, data).getEntries()) {
      if (!codes.contains(localName(entry.source()))) {
        continue;
      }
      results.add(
          new Result(
              localName(entry.source()),
              entry.focusNode().toString(),
              entry.resultPath() == null ? "" : plain(entry.resultPath().toString())));
    }
    return results;
  }

  /** The shape of the directory and its property shapes. */
  private static Set<String> codes(Path directory) {
    String name = directory.getParent().getParent().getFileName().toString();
    Set<String> codes = new TreeSet<>(Set.of(name.toUpperCase(Locale.ROOT)));
    graph
        .find(Node.ANY, SHACL.property, Node.ANY)
        .filterKeep(triple -> codes.contains(localName(triple.getSubject())))
        .mapWith(triple -> localName(triple.getObject()))
        .toList()
        .forEach(codes::add);
    return codes;
  }

  private static SortedSet<Result> expected(Path file) {
    SortedSet<Result> expected = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      reader.forEach(
          row ->
              expected.add(
                  new Result(
                      row.getField("code"), row.getField("focusNode"), row.getField("path"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return expected;
  }

  private static String plain(String path) {
    return path.replaceAll("^<(.*)>$", "$1");
  }

  private static String localName(Node shape) {
    return shape.isURI() ? shape.getURI().substring(shape.getURI().lastIndexOf('/') + 1) : "";
  }

  private static List<Path> cases(String kind) {
    try {
      List<Path> cases = new ArrayList<>();
      for (Path shape : children(CASES)) {
        if (Files.isDirectory(shape.resolve(kind))) {
          cases.addAll(children(shape.resolve(kind)));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    }
  }
}
