package org.casus.server;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.http.ServedBuild;

/**
 * The SPARQL 1.1 Service Description of the endpoint: what it speaks, and which named graphs it has
 * with how many triples.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String VOID_DESCRIPTION = "/.well-known/void";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String TEXT_QUERY = "http://jena.apache.org/text#query";
  private static final Property TRIPLES = ResourceFactory.createProperty(VOID + "triples");
  private static final List<String> RESULT_FORMATS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD");

  private record GraphSize(Node name, long triples) {}

  private record Sizes(long union, List<GraphSize> graphs) {}

  private final DatasetGraph dataset;
  private final Sizes sizes;

  ServiceDescription(ServedBuild build) {
    this.dataset = build.dataset();
    this.sizes = Txn.calculateRead(dataset, this::count);
  }

  /**
   * Describes the endpoint under the address that the client used.
   *
   * @param endpoint absolute, without a query string
   */
  Model at(String endpoint) {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sd", SD).setNsPrefix("void", VOID).setNsPrefix("formats", FORMATS);
    Resource service = model.createResource(endpoint).addProperty(RDF.type, sd("Service"));
    service
        .addProperty(property("endpoint"), service)
        .addProperty(property("supportedLanguage"), sd("SPARQL11Query"))
        .addProperty(property("feature"), sd("UnionDefaultGraph"))
        .addProperty(property("propertyFeature"), model.createResource(TEXT_QUERY));
    for (String format : RESULT_FORMATS) {
      service.addProperty(property("resultFormat"), model.createResource(FORMATS + format));
    }
    Resource described = model.createResource(endpoint + "#dataset");
    described.addProperty(RDF.type, sd("Dataset"));
    described.addProperty(
        RDFS.seeAlso,
        model.createResource(URI.create(endpoint).resolve(VOID_DESCRIPTION).toString()));
    service.addProperty(property("defaultDataset"), described);
    described.addProperty(
        property("defaultGraph"), graph(model, endpoint + "#default-graph", sizes.union()));
    int number = 0;
    for (GraphSize size : sizes.graphs()) {
      number++;
      Resource graph = graph(model, endpoint + "#graph-" + number, size.triples());
      Resource named =
          model
              .createResource(endpoint + "#named-graph-" + number)
              .addProperty(RDF.type, sd("NamedGraph"))
              .addProperty(property("name"), model.createResource(size.name().getURI()))
              .addProperty(property("graph"), graph);
      described.addProperty(property("namedGraph"), named);
    }
    return model;
  }

  private static Resource graph(Model model, String iri, long triples) {
    return model
        .createResource(iri)
        .addProperty(RDF.type, sd("Graph"))
        .addLiteral(TRIPLES, triples);
  }

  private Sizes count() {
    List<GraphSize> graphs =
        Iter.iter(dataset.listGraphNodes())
            .filter(Node::isURI)
            .map(name -> new GraphSize(name, Iter.count(dataset.getGraph(name).find())))
            .toList();
    List<GraphSize> sorted =
        graphs.stream().sorted(Comparator.comparing(size -> size.name().getURI())).toList();
    return new Sizes(Iter.count(dataset.getUnionGraph().find()), sorted);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD + name);
  }

  private static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }
}
