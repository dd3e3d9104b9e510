package org.casus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is told of a fault is told what to do about it. */
class CuresTest {

  /** Shapes of codes stand inside others, whose message is told in place of theirs. */
  @Test
  void messageOfEachShapeEndsWithTheCure() {
    Graph graph = GraphFactory.createDefaultGraph();
    Problems problems = new Problems();
    Ontology.turtleFiles(Path.of("ontology/shapes"))
        .forEach(file -> Ontology.parse(file, Path.of("ontology"), graph, problems));
    List<String> messages =
        graph
            .find(Node.ANY, SHACL.message, Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList();
    assertThat(messages)
        .isNotEmpty()
        .allMatch(
            message -> message.contains(". ") || message.endsWith("; take one of its notations."));
  }

  static List<Path> checks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("ontology/checks"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void eachCheckNamesTheCure(Path check) throws IOException {
    assertThat(Files.readString(check))
        .containsPattern("(?m)^# Problem: \\S")
        .containsPattern("(?m)^# Why: \\S")
        .containsPattern("(?m)^# Cure: \\S")
        .contains("?cure)")
        .doesNotContainPattern("\\(\\s*\"\\s*\"(@en)?\\s+AS\\s+\\?cure");
  }
}
