package org.casus.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * A process that builds and publishes again and again until somebody kills it. It tells each step,
 * and rests after the third of the kind that it was told to rest at.
 */
final class BuildLoop {
  static final String LOADED = "loaded";
  static final String PUBLISHED = "published";
  static final int THINGS = 300;

  private BuildLoop() {}

  public static void main(String[] args) throws IOException {
    DatasetDirectory directory = DatasetDirectory.at(Path.of(args[0]));
    for (int n = 1; ; n++) {
      try (NewBuild build = directory.begin()) {
        build.load(quads(build.id()), Quads.FIELDS);
        tell(LOADED, n, args[1]);
        build.publish(Quads.info(build));
      }
      tell(PUBLISHED, n, args[1]);
    }
  }

  /** Things of which each is labelled with the build. */
  static List<Quad> quads(String build) {
    Quad labelled = Quads.labelled(build).get(0);
    return IntStream.range(0, THINGS)
        .mapToObj(
            n ->
                Quad.create(
                    labelled.getGraph(),
                    NodeFactory.createURI("https://example.org/" + n),
                    labelled.getPredicate(),
                    labelled.getObject()))
        .toList();
  }

  private static void tell(String step, int n, String rest) throws IOException {
    System.out.println(step + " " + n);
    if (n == 3 && step.equals(rest)) {
      System.in.read();
    }
  }
}
