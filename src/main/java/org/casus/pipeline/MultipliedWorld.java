package org.casus.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.vocab.Casus;

/**
 * A world of imported data sets that can be multiplied, to see how the work of reasoning grows.
 *
 * @param name as in {@link ImportedWorlds#WORLDS}
 * @param graphs the graphs of its data sets
 * @param shared what these refer to, which is not multiplied
 */
record MultipliedWorld(String name, List<Graph> graphs, Graph shared) {

  /** Of the same length for all: longer names take longer to put together and to compare. */
  private static final String PREFIX = "copy-%04d-";

  /**
   * Copies of its triples, each with records and states of its own. All are alike but for their
   * names, which are equally long; the original is none of them.
   */
  Graph times(int copies, Predicate<Triple> kept) {
    Graph facts = GraphFactory.createDefaultGraph();
    shared.find().filterKeep(kept).forEach(facts::add);
    for (Graph graph : graphs) {
      Set<Node> own = own(graph);
      List<Triple> triples = graph.find().filterKeep(kept).toList();
      for (int copy = 0; copy < copies; copy++) {
        copy(triples, own, PREFIX.formatted(copy), facts);
      }
    }
    return facts;
  }

  private static Set<Node> own(Graph graph) {
    Set<Node> own = new HashSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEach(triple -> own.add(triple.getSubject()));
    for (Node property : List.of(Casus.IS_PARTICIPATION_OF, Casus.OWED_BY, Casus.IS_ROLE_OF)) {
      graph.find(Node.ANY, property, Node.ANY).forEach(triple -> own.add(triple.getObject()));
    }
    return own;
  }

  /**
   * Adds a copy. The slugs of its things begin with the prefix: names that differ in their last
   * characters only have hash codes that lie close together, and the hash tables of Jena, which
   * probe linearly, get slower with each such copy than with as many names of real data.
   */
  private static void copy(List<Triple> triples, Set<Node> own, String prefix, Graph into) {
    Map<Node, Node> renamed = new HashMap<>();
    own.forEach(node -> renamed.put(node, renamed(node, prefix)));
    for (Triple triple : triples) {
      into.add(
          Triple.create(
              renamed.getOrDefault(triple.getSubject(), triple.getSubject()),
              triple.getPredicate(),
              renamed.getOrDefault(triple.getObject(), triple.getObject())));
    }
  }

  private static Node renamed(Node thing, String prefix) {
    String iri = thing.getURI();
    int slug = iri.lastIndexOf('/') + 1;
    return NodeFactory.createURI(iri.substring(0, slug) + prefix + iri.substring(slug));
  }
}
