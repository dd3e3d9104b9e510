package org.casus.validation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.problem.Location;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.validation.ViolationChecks.When;

/** All shapes and all violation queries, read once and run over a dataset. */
public final class GraphValidation {

  private final ShapeValidation shapes;
  private final ViolationChecks checks;

  private GraphValidation(ShapeValidation shapes, ViolationChecks checks) {
    this.shapes = shapes;
    this.checks = checks;
  }

  /** Reads {@code shapes/} and {@code checks/} below the directory of the ontology. */
  public static GraphValidation read(Path ontologyDirectory, Problems problems) {
    return new GraphValidation(
        ShapeValidation.read(ontologyDirectory.resolve("shapes"), problems),
        ViolationChecks.read(ontologyDirectory.resolve("checks"), problems));
  }

  /**
   * Adds a problem for each result.
   *
   * @param origins the row that each record comes from
   * @param complete whether all rows could be read; if not, what is said of records that are not
   *     there, and checks that ask what is not, are left out: the reader has told the cause
   */
  public void validate(
      UnionDataset dataset, Map<Node, Location> origins, boolean complete, Problems problems) {
    Problems found = new Problems();
    CompletableFuture<Void> shapesTried =
        CompletableFuture.runAsync(() -> shapes.validate(dataset, origins, found));
    checks.validate(
        dataset,
        origins,
        complete ? EnumSet.of(When.AT_ONCE, When.ALL_READ) : EnumSet.of(When.AT_ONCE),
        found);
    shapesTried.join();
    found.stream()
        .filter(problem -> complete || !isAboutAbsentRecord(dataset.named(), problem))
        .forEach(problems::add);
  }

  /**
   * Adds a problem for each result of what only makes sense once the rules have run: of the shapes
   * of derived records, whose faults are faults of rules, and of checks such as whether each term
   * of the ontology is used by what is curated or derived.
   */
  public void validateComplete(
      UnionDataset dataset, Map<Node, Location> origins, Problems problems) {
    Problems found = new Problems();
    CompletableFuture<Void> shapesTried =
        CompletableFuture.runAsync(() -> shapes.validateConclusions(dataset, found));
    checks.validate(dataset, origins, EnumSet.of(When.INFERRED), problems);
    shapesTried.join();
    found.stream().forEach(problems::add);
  }

  /** A record has a class; names and links alone may stand for one that could not be read. */
  private static boolean isAboutAbsentRecord(DatasetGraph dataset, Problem problem) {
    String value = problem.value();
    if (value.contains("://") && !value.startsWith(Iris.THINGS)) {
      // A thing of others, such as an item of Wikidata, never has a record.
      return false;
    }
    Node record =
        NodeFactory.createURI(value.startsWith(Iris.THINGS) ? value : Iris.THINGS + value);
    return value.contains("/")
        && !value.contains(" ")
        && !dataset.contains(Node.ANY, record, RDF.type.asNode(), Node.ANY);
  }

  public int numberOfShapes() {
    return shapes.size();
  }

  public int numberOfChecks() {
    return checks.size();
  }
}
