package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.ReadServlet;
import org.casus.http.ServedBuild;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * Answers at {@code /ontology} with its documentation or with the graph {@code ontology}, and at
 * {@code /ontology/MODULE} with the terms of a module, whose documentation is a part of the whole.
 */
final class OntologyServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final Offer OFFER = Syntax.offerWithPage();
  private static final int SEE_OTHER = 303;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    DatasetGraph dataset = ServedBuild.of(request).dataset();
    int dot = path.lastIndexOf('.');
    Optional<Representation> ending =
        dot < 0 ? Optional.empty() : OFFER.withEnding(path.substring(dot + 1));
    String address = ending.isEmpty() ? path : path.substring(0, dot);
    Representation representation = ending.orElseGet(() -> OFFER.choose(request));
    Node asked = NodeFactory.createURI(Casus.BASE + address.substring(1));
    boolean whole = Txn.calculateRead(dataset, () -> isWhole(dataset, asked));
    if (!whole && !Txn.calculateRead(dataset, () -> isModule(dataset, asked))) {
      throw Suggestions.refusal(request, asked.getURI());
    }
    if (!whole && representation.equals(Syntax.HTML)) {
      response.setStatus(SEE_OTHER);
      response.setHeader("Vary", "Accept");
      response.setHeader(
          "Location",
          "/"
              + Addresses.ONTOLOGY
              + "#module-"
              + asked.getURI().substring(OntologyPage.IRI.length() + 1));
      return;
    }
    new Document(asked.getURI(), address, OFFER, representation, ending.isEmpty())
        .write(
            response,
            () -> Txn.calculateRead(dataset, () -> quads(dataset, asked, whole)),
            () ->
                ServedBuild.of(request).once(OntologyPage.Rendered.class, OntologyPage::of).html());
  }

  /** The ontology by its IRI or that of its version. */
  private static boolean isWhole(DatasetGraph dataset, Node asked) {
    return asked.getURI().equals(OntologyPage.IRI)
        || ontology(dataset)
            .contains(NodeFactory.createURI(OntologyPage.IRI), OWL2.versionIRI.asNode(), asked);
  }

  private static boolean isModule(DatasetGraph dataset, Node asked) {
    return ontology(dataset).contains(asked, RDF.type.asNode(), OWL2.Ontology.asNode());
  }

  private static Graph ontology(DatasetGraph dataset) {
    return dataset.getGraph(Iris.graph(Addresses.ONTOLOGY));
  }

  private static Collection<Quad> quads(DatasetGraph dataset, Node asked, boolean whole) {
    if (whole) {
      List<Quad> quads = new ArrayList<>();
      Node graph = Iris.graph(Addresses.ONTOLOGY);
      ontology(dataset).find().forEachRemaining(triple -> quads.add(Quad.create(graph, triple)));
      return quads;
    }
    List<Node> described = new ArrayList<>(List.of(asked));
    ontology(dataset)
        .find(Node.ANY, RDFS.isDefinedBy.asNode(), asked)
        .forEachRemaining(triple -> described.add(triple.getSubject()));
    return Description.of(dataset, described).quads();
  }
}
