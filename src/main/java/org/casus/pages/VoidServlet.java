package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.casus.http.Offer;
import org.casus.http.ReadServlet;
import org.casus.http.ServedBuild;
import org.casus.iri.Iris;

/**
 * The description of the dataset at the address that VoID reserves for it: what the catalogue says
 * of the whole, of each graph and of the links, and what only a server knows: where the endpoint
 * and the dumps are, and when the dataset was built.
 *
 * @see <a href="https://www.w3.org/TR/void/#well-known">Describing Linked Datasets with the VoID
 *     Vocabulary, section 7.2</a>
 */
final class VoidServlet extends ReadServlet {
  static final String PATH = "/.well-known/void";

  private static final long serialVersionUID = 1L;
  private static final Offer OFFER = Syntax.offer();
  private static final Node DATASET = Iris.thing("dataset", "casus");
  private static final Node CATALOGUE = Iris.graph("catalogue");
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> FEATURES =
      List.of("Turtle", "JSON-LD", "N-Triples", "RDF_XML", "TriG", "N-Quads");

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServedBuild build = ServedBuild.of(request);
    String url = request.getRequestURL().toString();
    String base = url.substring(0, url.length() - request.getRequestURI().length());
    Document.of(DATASET.getURI(), request, OFFER)
        .write(
            response,
            () -> Txn.calculateRead(build.dataset(), () -> describe(build, base)),
            () -> "");
  }

  private static Collection<Quad> describe(ServedBuild build, String base) {
    DatasetGraph dataset = build.dataset();
    Set<Node> described = new LinkedHashSet<>(List.of(DATASET));
    described.addAll(objects(dataset, DATASET, VOID.subset));
    List<Node> targets = new ArrayList<>();
    described.forEach(part -> targets.addAll(objects(dataset, part, VOID.objectsTarget)));
    described.addAll(targets);
    Collection<Quad> quads = new ArrayList<>(served(build, base));
    quads.addAll(Description.withoutLabels(dataset, described).quads());
    for (Node graph : objects(dataset, DATASET, VOID.subset)) {
      if (graph.getURI().startsWith(Iris.GRAPHS) && !graph.getURI().contains("#")) {
        add(
            quads,
            graph,
            VOID.dataDump,
            base + "/casus/data?graph=" + Addresses.encoded(graph.getURI()));
      }
    }
    return quads;
  }

  /** What only a server knows. */
  private static Collection<Quad> served(ServedBuild build, String base) {
    List<Quad> quads = new ArrayList<>();
    String endpoint = base + "/casus/sparql";
    String dump = base + "/casus/data";
    Node document = NodeFactory.createURI(base + PATH);
    add(quads, document, RDF.type, VOID.DatasetDescription);
    add(quads, document, FOAF.primaryTopic, DATASET.getURI());
    add(quads, DATASET, RDF.type, VOID.Dataset);
    add(quads, DATASET, VOID.sparqlEndpoint, endpoint);
    add(quads, DATASET, VOID.dataDump, dump);
    add(quads, DATASET, DCAT.landingPage, base + "/");
    FEATURES.forEach(format -> add(quads, DATASET, VOID.feature, FORMATS + format));
    quads.add(
        quad(
            DATASET,
            DCTerms.modified,
            NodeFactory.createLiteralDT(build.info().created(), XSDDatatype.XSDdateTime)));
    quads.add(
        quad(DATASET, OWL2.versionInfo, NodeFactory.createLiteralString(build.info().buildId())));
    Node distribution = NodeFactory.createURI(base + PATH + "#dump");
    add(quads, DATASET, DCAT.distribution, distribution.getURI());
    add(quads, distribution, RDF.type, DCAT.Distribution);
    add(quads, distribution, DCAT.accessURL, dump);
    add(
        quads,
        distribution,
        DCAT.mediaType,
        "https://www.iana.org/assignments/media-types/application/n-quads");
    Node service = NodeFactory.createURI(endpoint);
    add(quads, service, RDF.type, DCAT.DataService);
    quads.add(quad(service, RDFS.label, NodeFactory.createLiteralLang("SPARQL endpoint", "en")));
    add(quads, service, DCAT.endpointURL, endpoint);
    add(quads, service, DCAT.servesDataset, DATASET.getURI());
    return quads;
  }

  private static Collection<Node> objects(DatasetGraph dataset, Node subject, Property property) {
    Set<Node> objects = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, subject, property.asNode(), Node.ANY)
        .forEachRemaining(quad -> objects.add(quad.getObject()));
    return objects;
  }

  private static void add(Collection<Quad> quads, Node subject, Property property, Resource value) {
    quads.add(quad(subject, property, value.asNode()));
  }

  private static void add(Collection<Quad> quads, Node subject, Property property, String iri) {
    quads.add(quad(subject, property, NodeFactory.createURI(iri)));
  }

  private static Quad quad(Node subject, Property property, Node value) {
    return Quad.create(CATALOGUE, subject, property.asNode(), value);
  }
}
