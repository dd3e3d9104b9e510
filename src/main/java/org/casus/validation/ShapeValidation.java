package org.casus.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.problem.Location;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.problem.Severity;
import org.jspecify.annotations.Nullable;

/** SHACL validation; the rule of a problem is the last part of the IRI of the shape. */
final class ShapeValidation {

  private final Shapes shapes;

  private ShapeValidation(Shapes shapes) {
    this.shapes = shapes;
  }

  static ShapeValidation read(Path directory, Problems problems) {
    Graph graph = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(any -> any.toString().endsWith(".ttl")).sorted().toList()) {
        try {
          RDFParser.source(file)
              .lang(Lang.TURTLE)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .parse(graph);
        } catch (RiotException e) {
          malformed(problems, "ontology/shapes/" + file.getFileName(), e);
        }
      }
      return new ShapeValidation(Shapes.parse(graph));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ShaclParseException e) {
      malformed(problems, "ontology/shapes", e);
      return new ShapeValidation(Shapes.parse(GraphFactory.createDefaultGraph()));
    }
  }

  private static void malformed(Problems problems, String file, Exception e) {
    problems.error(
        Rule.SHAPE_MALFORMED,
        Location.file(file),
        "",
        "SHACL shapes in Turtle, yet: " + e.getMessage(),
        "Mend the file");
  }

  int size() {
    return shapes.numShapes();
  }

  void validate(UnionDataset dataset, Map<Node, Location> origins, Problems problems) {
    for (ReportEntry entry : ShaclValidator.get().validate(shapes, dataset.union()).getEntries()) {
      Node focus = entry.focusNode();
      problems.add(problem(entry, location(dataset.named(), focus, origins.get(focus))));
    }
  }

  /**
   * Tries what the rules concluded, and nothing else, with the shapes of its classes. What the
   * ontology alone entails is no record of its own.
   */
  void validateConclusions(UnionDataset dataset, Problems problems) {
    Map<Node, Location> records = new HashMap<>();
    Set<Node> classes = new HashSet<>();
    dataset.named().stream(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY)
        .filter(quad -> isGraphOfConclusions(Iris.graphName(quad.getGraph())))
        .forEach(
            quad -> {
              Node record = quad.getSubject();
              String graph = Iris.graphName(quad.getGraph());
              records.put(record, Location.node(graph, Nodes.text(record), null));
              classes.add(quad.getObject());
            });
    Graph union = dataset.union();
    ValidationContext context = ValidationContext.create(shapes, union);
    for (Shape shape : shapes) {
      for (Target target : shape.getTargets()) {
        if (classes.contains(target.getObject())) {
          target.getFocusNodes(union).stream()
              .filter(records::containsKey)
              .forEach(record -> VLib.validateShape(context, union, shape, record));
        }
      }
    }
    for (ReportEntry entry : context.generateReport().getEntries()) {
      problems.add(problem(entry, records.get(entry.focusNode())));
    }
  }

  private static boolean isGraphOfConclusions(String graph) {
    return graph.startsWith("inferred/") && !graph.equals("inferred/owl");
  }

  private static Problem problem(ReportEntry entry, Location location) {
    List<String> sentences = Sentences.of(entry.message());
    Node found = entry.value();
    String value = found == null || found.equals(entry.focusNode()) ? "" : Nodes.text(found);
    return new Problem(
        localName(entry.source()),
        entry.severity().level().getURI().endsWith("Violation") ? Severity.ERROR : Severity.WARNING,
        location,
        value,
        sentences.get(0),
        sentences.get(1));
  }

  private static String localName(@Nullable Node shape) {
    return shape != null && shape.isURI()
        ? shape.getURI().substring(shape.getURI().lastIndexOf('/') + 1)
        : "SHAPE";
  }

  static Location location(DatasetGraph dataset, Node focus, @Nullable Location origin) {
    String graph =
        dataset.stream(Node.ANY, focus, Node.ANY, Node.ANY)
            .map(Quad::getGraph)
            .map(Iris::graphName)
            .sorted()
            .findFirst()
            .orElse("");
    return Location.node(graph, Nodes.text(focus), origin);
  }
}
