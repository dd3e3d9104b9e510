package org.casus.store;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/** A process that begins a build and never ends it, until somebody kills it. */
final class KilledBuild {
  static final String AT_WORK = "at work";

  private KilledBuild() {}

  @SuppressWarnings("resource") // closing is what a killed process does not do
  public static void main(String[] args) throws InterruptedException {
    NewBuild build = DatasetDirectory.at(Path.of(args[0])).begin();
    Quad model = Quads.labelled("never finished").get(0);
    build.load(
        () ->
            IntStream.range(0, 300_000)
                .mapToObj(
                    n -> {
                      if (n == 299_999) {
                        System.out.println(AT_WORK);
                      }
                      return Quad.create(
                          model.getGraph(),
                          NodeFactory.createURI("https://example.org/" + n),
                          model.getPredicate(),
                          model.getObject());
                    })
                .iterator(),
        Quads.FIELDS);
    Thread.sleep(Long.MAX_VALUE);
  }
}
