package org.casus.store;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/** A process that loads quads without end, until somebody kills it. */
final class KilledBuild {
  static final String AT_WORK = "at work";

  private KilledBuild() {}

  @SuppressWarnings("resource") // closing is what a killed process does not do
  public static void main(String[] args) {
    NewBuild build = DatasetDirectory.at(Path.of(args[0])).begin();
    Quad first = Quads.labelled("never finished").get(0);
    build.load(
        () ->
            Stream.iterate(0, n -> n + 1)
                .map(
                    n -> {
                      if (n == 20_000) {
                        System.out.println(AT_WORK);
                      }
                      return Quad.create(
                          first.getGraph(),
                          NodeFactory.createURI("https://example.org/" + n),
                          first.getPredicate(),
                          first.getObject());
                    })
                .iterator(),
        Quads.FIELDS);
  }
}
