package org.casus.explanation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * Explains things of a dataset. Reads in a transaction of its own, or in that of the caller; closed
 * datasets and broken databases throw what Jena throws. Without state: each call reads anew.
 */
public final class Explainer {
  private final DatasetGraph dataset;

  /** Over the named graphs of a dataset; its default graph is not read. */
  public Explainer(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /**
   * Explains one thing with all its reasons, down to curated records.
   *
   * @param reference an IRI, with or without angle brackets; {@code KIND/SLUG} or {@code
   *     id:KIND/SLUG} for a thing, {@code casus:NAME} for a term of the ontology
   * @return empty if no graph says anything about it
   */
  public Optional<Explanation> explain(String reference) {
    return Txn.calculateRead(
        dataset,
        () -> {
          Facts facts = new Facts(dataset);
          return readings(reference)
              .filter(facts::knows)
              .findFirst()
              .map(node -> new Reasons(facts).explain(node));
        });
  }

  /**
   * Known things whose names are like a reference that leads to none, the most similar first, at
   * most five.
   */
  public List<Named> similar(String reference) {
    return SimilarNames.of(dataset).to(iri(reference));
  }

  /** The IRI that a reference most likely means, whether or not anything is known about it. */
  public static String iri(String reference) {
    return readings(reference).findFirst().orElseThrow().getURI();
  }

  /** What a reference can mean: a slug may be written as it is or as it stands in an IRI. */
  private static Stream<Node> readings(String reference) {
    String text = reference.strip().replaceFirst("^<(.*)>$", "$1");
    if (text.contains("://")) {
      return Stream.of(NodeFactory.createURI(text));
    }
    if (text.startsWith("casus:")) {
      return Stream.of(Casus.term(text.substring("casus:".length())));
    }
    String path = text.replaceFirst("^/?id[:/]", "");
    Node asWritten = NodeFactory.createURI(Iris.THINGS + path);
    int slash = path.indexOf('/');
    return slash < 0
        ? Stream.of(asWritten)
        : Stream.of(asWritten, Iris.thing(path.substring(0, slash), path.substring(slash + 1)));
  }
}
