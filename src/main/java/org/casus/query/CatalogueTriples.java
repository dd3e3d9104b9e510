package org.casus.query;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * The questions as RDF in the graph {@code catalogue}, after the convention of the SIB SPARQL
 * examples: each is a SHACL SPARQL executable that runs as it stands, with the defaults of its
 * parameters. Beside it stands the text as it was written, from which the question with its
 * parameters can be had again. A question that goes beyond the data of Casus requires the service
 * that it names, and is no such executable.
 *
 * <p>No {@code schema:target} is given, since a dataset does not know where it will be served.
 *
 * @see <a href="https://github.com/sib-swiss/sparql-examples">SIB SPARQL examples</a>
 */
final class CatalogueTriples {

  private static final Node GRAPH = Iris.graph("catalogue");
  private static final String KIND = "query";
  private static final String ONTOLOGY = Casus.BASE + "ontology";

  private final DatasetGraph dataset;

  private CatalogueTriples(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  static void write(Catalogue catalogue, DatasetGraph dataset) {
    CatalogueTriples triples = new CatalogueTriples(dataset);
    catalogue.queries().forEach(triples::add);
    catalogue.federated().forEach(triples::add);
    catalogue.prefixes().forEach(triples::declare);
  }

  /** The texts of the questions by their names. */
  static SortedMap<String, String> texts(DatasetGraph dataset) {
    SortedMap<String, String> texts = new TreeMap<>();
    String things = Iris.thing(KIND, "").getURI();
    Txn.executeRead(
        dataset,
        () ->
            dataset
                .find(GRAPH, Node.ANY, Casus.QUERY_TEXT, Node.ANY)
                .forEachRemaining(
                    quad ->
                        texts.put(
                            quad.getSubject().getURI().substring(things.length()),
                            quad.getObject().getLiteralLexicalForm())));
    return texts;
  }

  private void add(CatalogueQuery query) {
    Node subject = Iris.thing(KIND, query.name());
    add(
        subject,
        RDF.type.asNode(),
        query.federation().isPresent() ? Casus.FEDERATED_QUESTION : Casus.COMPETENCY_QUESTION);
    add(subject, RDFS.label.asNode(), english(query.title()));
    add(subject, RDFS.comment.asNode(), english(query.question()));
    add(subject, DCTerms.description.asNode(), english(query.why()));
    query
        .keywords()
        .forEach(
            word ->
                add(subject, SchemaDO.keywords.asNode(), NodeFactory.createLiteralString(word)));
    query
        .datasets()
        .forEach(name -> add(subject, DCTerms.requires.asNode(), Iris.graph("dataset/" + name)));
    add(subject, Casus.QUERY_TEXT, NodeFactory.createLiteralString(query.sparql()));
    query
        .federation()
        .ifPresent(
            beyond ->
                add(
                    subject,
                    DCTerms.requires.asNode(),
                    NodeFactory.createURI(beyond.service().address().toString())));
    // Editors offer executables as examples, to be run at this very endpoint.
    if (query.federation().isEmpty()
        && query.parameters().stream()
            .allMatch(parameter -> parameter.defaultValue().isPresent())) {
      add(subject, RDF.type.asNode(), SHACL.SPARQLExecutable);
      add(subject, RDF.type.asNode(), SHACL.SPARQLSelectExecutable);
      add(subject, SHACL.prefixes, NodeFactory.createURI(ONTOLOGY));
      add(subject, SHACL.select, NodeFactory.createLiteralString(query.bind(Map.of()).sparql()));
    }
  }

  private void declare(String prefix, String namespace) {
    Node ontology = NodeFactory.createURI(ONTOLOGY);
    Node declaration = Iris.thing("prefix", prefix);
    add(ontology, RDF.type.asNode(), OWL2.Ontology.asNode());
    add(ontology, SHACL.declare, declaration);
    add(declaration, RDF.type.asNode(), SHACL.PrefixDeclaration);
    add(declaration, RDFS.label.asNode(), english(prefix + ":"));
    add(declaration, SHACL.prefix, NodeFactory.createLiteralString(prefix));
    add(
        declaration,
        SHACL.namespace,
        NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private void add(Node subject, Node property, Node value) {
    dataset.add(Quad.create(GRAPH, subject, property, value));
  }
}
