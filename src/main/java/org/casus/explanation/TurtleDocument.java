package org.casus.explanation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.casus.vocab.Casus;
import org.casus.vocab.Cito;
import org.casus.vocab.Prov;

/** Writes in blocks, since the pretty writer of Jena does not keep the order of the triples. */
final class TurtleDocument {

  private TurtleDocument() {}

  static String of(Explanation explanation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    writer.start();
    writer.prefix("casus", Casus.NAMESPACE);
    writer.prefix("cito", Cito.NAMESPACE);
    writer.prefix("dcterms", DCTerms.getURI());
    writer.prefix("prov", Prov.NAMESPACE);
    writer.prefix("rdf", RDF.getURI());
    writer.prefix("rdfs", RDFS.getURI());
    writer.prefix("skos", SKOS.getURI());
    writer.prefix("xsd", XSD.getURI());
    explanation.triples().forEach(writer::triple);
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }
}
