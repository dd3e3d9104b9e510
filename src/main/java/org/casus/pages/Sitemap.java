package org.casus.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.casus.http.ServedBuild;
import org.casus.iri.Iris;

/**
 * The pages that a crawler should read: the home page, the ontology, the graphs, and everything
 * that has a label. Derivations have none; their content is on the pages of what they explain.
 *
 * @param addresses without scheme and host, sorted
 */
record Sitemap(List<String> addresses) {

  /** Reads in a transaction of its own. */
  static Sitemap of(ServedBuild build) {
    DatasetGraph dataset = build.dataset();
    SortedSet<String> addresses = new TreeSet<>(List.of("/", "/" + Addresses.ONTOLOGY));
    Txn.executeRead(
        dataset,
        () ->
            dataset
                .findNG(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEachRemaining(
                    quad -> {
                      String iri = quad.getSubject().isURI() ? quad.getSubject().getURI() : "";
                      if (iri.startsWith(Iris.THINGS) || iri.startsWith(Iris.GRAPHS)) {
                        addresses.add(Addresses.of(iri));
                      }
                    }));
    return new Sitemap(new ArrayList<>(addresses));
  }
}
