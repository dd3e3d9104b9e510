package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server offers, whatever an endpoint is called: reading, and nothing from elsewhere. */
class PublicConfigurationTest {

  private static final String FUSEKI = "http://jena.apache.org/fuseki#";
  private static final String ASSEMBLER = "http://jena.hpl.hp.com/2005/11/Assembler#";

  private static Graph configuration;

  @BeforeAll
  static void read() {
    configuration = RDFParser.source(Path.of("fuseki-config/public.ttl")).toGraph();
  }

  @Test
  void onlyReadingIsOffered() {
    assertThat(
            configuration
                .find(Node.ANY, NodeFactory.createURI(FUSEKI + "operation"), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList())
        .containsExactlyInAnyOrder(FUSEKI + "query", FUSEKI + "gsp-r");
  }

  /**
   * Endpoints by properties of their own, such as {@code fuseki:serviceUpdate}, are an old form.
   */
  @Test
  void endpointsAreInOneForm() {
    assertThat(
            configuration
                .find()
                .mapWith(triple -> triple.getPredicate().getURI())
                .filterKeep(predicate -> predicate.startsWith(FUSEKI + "service"))
                .toSet())
        .isEmpty();
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    Node name = NodeFactory.createURI(ASSEMBLER + "cxtName");
    Node value = NodeFactory.createURI(ASSEMBLER + "cxtValue");
    assertThat(
            configuration
                .find(Node.ANY, name, NodeFactory.createLiteralString("arq:httpServiceAllowed"))
                .mapWith(
                    triple ->
                        configuration
                            .find(triple.getSubject(), value, Node.ANY)
                            .next()
                            .getObject()
                            .getLiteralLexicalForm())
                .toList())
        .containsExactly("false");
  }
}
