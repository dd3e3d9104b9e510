package org.casus.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileReport;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** A complete reasoner (HermiT) searches the ontology and the curated data for contradictions. */
class ReasonerTest {

  private static Graph terms;
  private static Graph records;

  @BeforeAll
  static void read() {
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(Path.of("ontology"), problems);
    terms = ontology.graph();
    CuratedData data = new SourceReader(Path.of("data"), ontology.codeLists()).read(problems);
    assertThat(problems.sorted()).isEmpty();
    records = GraphFactory.createDefaultGraph();
    GraphMapping.map(data, ontology).dataset().stream()
        .map(Quad::asTriple)
        .filter(ReasonerTest::isTypeOrLink)
        .forEach(records::add);
  }

  @Test
  void ontologyIsWithinTheProfiles() throws OWLOntologyCreationException {
    OWLOntology ontology = owl(terms);
    for (OWLProfile profile : List.of(new OWL2DLProfile(), new OWL2RLProfile())) {
      OWLProfileReport report = profile.checkOntology(ontology);
      assertThat(report.getViolations()).as(profile.getName()).isEmpty();
    }
  }

  @Test
  void ontologyIsConsistentAndEveryClassCanHaveMembers() throws OWLOntologyCreationException {
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(owl(terms));
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom())
        .extracting(OWLClass::getIRI)
        .isEmpty();
  }

  @Test
  void curatedDataAreConsistent() throws OWLOntologyCreationException {
    assertThat(isConsistent(records)).isTrue();
  }

  @Test
  void contradictionIsFound() throws OWLOntologyCreationException {
    Node artsakh = Iris.thing("actor", "artsakh");
    assertThat(records.contains(artsakh, RDF.type.asNode(), Casus.term("DeFactoEntity"))).isTrue();
    Graph spoilt = GraphFactory.createDefaultGraph();
    records.find().forEach(spoilt::add);
    spoilt.add(artsakh, RDF.type.asNode(), Casus.term("State"));
    assertThat(isConsistent(spoilt)).isFalse();
  }

  /** Literals are left out: OWL 2 does not know the types of most dates. */
  private static boolean isTypeOrLink(Triple triple) {
    return triple.getObject().isURI()
        && (triple.getObject().getURI().startsWith(Iris.THINGS)
            || triple.getPredicate().equals(RDF.type.asNode()));
  }

  private static boolean isConsistent(Graph records) throws OWLOntologyCreationException {
    Graph all = GraphFactory.createDefaultGraph();
    terms.find().forEach(all::add);
    records.find().forEach(all::add);
    return new ReasonerFactory().createReasoner(owl(all)).isConsistent();
  }

  private static OWLOntology owl(Graph graph) throws OWLOntologyCreationException {
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    // N-Triples is Turtle, and the parser of OWL API knows no PREFIX
    RDFDataMgr.write(turtle, graph, Lang.NTRIPLES);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(
            new StreamDocumentSource(
                new ByteArrayInputStream(turtle.toByteArray()),
                IRI.create("urn:casus:merged"),
                new TurtleDocumentFormat(),
                null),
            new OWLOntologyLoaderConfiguration()
                .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.THROW_EXCEPTION));
  }
}
