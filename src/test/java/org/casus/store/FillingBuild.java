package org.casus.store;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/** A process that builds more than its disk can hold, and tells what came of it. */
final class FillingBuild {
  static final int FAILED = 3;

  /** A hundred megabytes, by few texts, so that it is the disk that is full and not the memory. */
  private static final int TEXTS = 1_000;

  private static final String TEXT = "long ".repeat(20_000);

  private FillingBuild() {}

  public static void main(String[] args) {
    try (NewBuild build = DatasetDirectory.at(Path.of(args[0])).begin()) {
      build.load(
          () -> IntStream.range(0, TEXTS).mapToObj(FillingBuild::quad).iterator(), Quads.FIELDS);
      System.out.println("The disk holds it all.");
    } catch (StoreException full) {
      System.out.println(full.getMessage());
      System.exit(FAILED);
    }
  }

  private static Quad quad(int n) {
    return Quad.create(
        NodeFactory.createURI("https://example.org/g"),
        NodeFactory.createURI("https://example.org/" + n),
        NodeFactory.createURI("https://example.org/text"),
        NodeFactory.createLiteralString(n + TEXT));
  }
}
