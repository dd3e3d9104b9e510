package org.casus.pages;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.Refusal;
import org.casus.iri.Iris;
import org.casus.vocab.Bibo;
import org.casus.vocab.Casus;
import org.casus.vocab.Cito;
import org.casus.vocab.Geo;
import org.casus.vocab.Prov;
import org.casus.vocab.VoidExt;

/** The RDF syntaxes of documents, by the ending of an address. */
enum Syntax {
  TURTLE("ttl", "text/turtle", "Turtle", RDFFormat.TURTLE_PRETTY, false),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD", RDFFormat.JSONLD11_PRETTY, false),
  N_TRIPLES("nt", "application/n-triples", "N-Triples", RDFFormat.NTRIPLES_UTF8, false),
  RDF_XML("rdf", "application/rdf+xml", "RDF/XML", RDFFormat.RDFXML_PLAIN, false),
  TRIG("trig", "application/trig", "TriG", RDFFormat.TRIG_PRETTY, true),
  N_QUADS("nq", "application/n-quads", "N-Quads", RDFFormat.NQUADS_UTF8, true);

  /** The page beside the documents. */
  static final Representation HTML = new Representation("html", "text/html");

  private static final int NOT_ACCEPTABLE = 406;
  private static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("bibo", Bibo.NAMESPACE),
              Map.entry("casus", Casus.NAMESPACE),
              Map.entry("cito", Cito.NAMESPACE),
              Map.entry("dcat", DCAT.NS),
              Map.entry("dcterms", DCTerms.NS),
              Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
              Map.entry("geo", Geo.NAMESPACE),
              Map.entry("graph", Iris.GRAPHS),
              Map.entry("org", "http://www.w3.org/ns/org#"),
              Map.entry("owl", OWL.NS),
              Map.entry("prov", Prov.NAMESPACE),
              Map.entry("rdf", RDF.uri),
              Map.entry("rdfs", RDFS.uri),
              Map.entry("schema", "https://schema.org/"),
              Map.entry("sh", "http://www.w3.org/ns/shacl#"),
              Map.entry("skos", SKOS.uri),
              Map.entry("void", VOID.NS),
              Map.entry("void-ext", VoidExt.NAMESPACE),
              Map.entry("xsd", XSD.NS)));

  private final Representation representation;
  private final String title;
  private final RDFFormat format;
  private final boolean named;

  Syntax(String ending, String mediaType, String title, RDFFormat format, boolean named) {
    this.representation = new Representation(ending, mediaType);
    this.title = title;
    this.format = format;
    this.named = named;
  }

  Representation representation() {
    return representation;
  }

  String ending() {
    return representation.ending();
  }

  /** For people. */
  String title() {
    return title;
  }

  /** The syntaxes alone; Turtle for clients that do not mind. */
  static Offer offer() {
    return Offer.of(
        Arrays.stream(values()).map(Syntax::representation).toArray(Representation[]::new));
  }

  /** The syntaxes and a page; Turtle for clients that do not mind, since browsers do. */
  static Offer offerWithPage() {
    return Offer.of(
        Stream.concat(Arrays.stream(values()).map(Syntax::representation), Stream.of(HTML))
            .toArray(Representation[]::new));
  }

  /** The syntax of a representation; empty for the page. */
  static Optional<Syntax> of(Representation representation) {
    return Arrays.stream(values())
        .filter(syntax -> syntax.representation.equals(representation))
        .findFirst();
  }

  /**
   * Writes quads, without their graphs where the syntax has none.
   *
   * @throws Refusal 406 when the syntax cannot say it: RDF/XML has no form for some properties and
   *     characters
   */
  byte[] write(Collection<Quad> quads) {
    PrefixMap prefixes = prefixes(quads);
    // Jena's graphs in memory hand out last what came first; readers like to begin with the thing.
    List<Quad> reversed = new ArrayList<>(quads);
    Collections.reverse(reversed);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      if (named) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        reversed.forEach(dataset::add);
        dataset.prefixes().putAll(prefixes);
        RDFWriter.source(dataset).format(format).output(body);
      } else {
        Graph triples = GraphFactory.createDefaultGraph();
        reversed.forEach(quad -> triples.add(quad.asTriple()));
        triples.getPrefixMapping().setNsPrefixes(prefixes.getMapping());
        RDFWriter.source(triples).format(format).output(body);
      }
    } catch (JenaException unsaid) {
      throw new Refusal(
          NOT_ACCEPTABLE,
          "This cannot be written as " + title + "; take Turtle, text/turtle, instead.");
    }
    return body.toByteArray();
  }

  /** Whether a namespace is that of a vocabulary with a prefix. */
  static boolean isVocabulary(String namespace) {
    return PREFIXES.containsValue(namespace);
  }

  /** Those that are used: most documents are short. */
  private static PrefixMap prefixes(Collection<Quad> quads) {
    Set<String> namespaces = new HashSet<>();
    for (Quad quad : quads) {
      namespaces.add(namespace(quad.getGraph()));
      namespaces.add(namespace(quad.getSubject()));
      namespaces.add(namespace(quad.getPredicate()));
      namespaces.add(namespace(quad.getObject()));
    }
    PrefixMap used = PrefixMapFactory.create();
    for (Entry<String, String> prefix : PREFIXES.entrySet()) {
      if (namespaces.contains(prefix.getValue())) {
        used.add(prefix.getKey(), prefix.getValue());
      }
    }
    return used;
  }

  private static String namespace(Node node) {
    String iri =
        node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
    return iri.substring(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
}
