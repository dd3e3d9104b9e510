package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.query.Catalogue;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * What OWL alone entails of the whole curated dataset, said by a complete reasoner (HermiT), is
 * what the build writes to {@code inferred/owl}, no more and no less. Nothing is left out for the
 * sake of time: HermiT takes seconds for all records, those that rules derive included. Left out is
 * what links say of sameness, since by decision nothing is reasoned over it.
 */
class MaterialisationTest {

  private static final Node OWL_GRAPH = Iris.graph("inferred/owl");

  private static final Set<Node> SAMENESS =
      Set.of(OWL2.sameAs.asNode(), SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode());

  /** What was asserted and what the build adds to it. */
  private static Graph materialised;

  /** What the build adds. */
  private static Graph added;

  private static OWLOntology ontology;
  private static List<OWLNamedIndividual> individuals;
  private static OWLReasoner hermit;

  @BeforeAll
  static void reason() throws OWLOntologyCreationException {
    DatasetGraph dataset = dataset();
    Set<Node> annotations = annotations(dataset);
    Graph asserted = GraphFactory.createDefaultGraph();
    materialised = GraphFactory.createDefaultGraph();
    added = GraphFactory.createDefaultGraph();
    dataset.stream()
        .filter(quad -> !SAMENESS.contains(quad.getPredicate()))
        .forEach(
            quad -> {
              Triple triple = inOwl(quad.asTriple());
              materialised.add(triple);
              if (quad.getGraph().equals(OWL_GRAPH)) {
                added.add(triple);
              } else if (!annotations.contains(triple.getPredicate())) {
                asserted.add(triple);
              }
            });
    ontology = owl(asserted);
    individuals = ontology.individualsInSignature().toList();
    hermit = new ReasonerFactory().createReasoner(ontology);
    assertThat(hermit.isConsistent()).isTrue();
    hermit.precomputeInferences(
        InferenceType.CLASS_HIERARCHY,
        InferenceType.OBJECT_PROPERTY_HIERARCHY,
        InferenceType.CLASS_ASSERTIONS,
        InferenceType.OBJECT_PROPERTY_ASSERTIONS);
  }

  /** Properties that mean nothing to OWL, such as labels. */
  private static Set<Node> annotations(DatasetGraph dataset) {
    Set<Node> annotations =
        new HashSet<>(
            List.of(RDFS.label.asNode(), RDFS.isDefinedBy.asNode(), OWL2.versionInfo.asNode()));
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), OWL2.AnnotationProperty.asNode())
        .forEachRemaining(quad -> annotations.add(quad.getSubject()));
    return annotations;
  }

  /** The dataset as a build has it: sources, ontology, catalogue and conclusions. */
  private static DatasetGraph dataset() {
    Project project = ProjectCopy.original();
    Problems problems = new Problems();
    Ontology terms = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), terms.codeLists()).read(problems);
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    DatasetGraph dataset = GraphMapping.map(data, terms).dataset();
    terms
        .graph()
        .find()
        .forEach(triple -> dataset.add(Quad.create(Iris.graph("ontology"), triple)));
    Catalogue.load(project.queries()).write(dataset);
    CatalogueGraph.write(dataset, project.sourceFiles(), rules, data);
    assertThat(problems.errors()).isZero();
    UnionDataset union = UnionDataset.of(dataset);
    rules.apply(union);
    return union.named();
  }

  @Test
  void types() {
    SortedSet<String> entailed = new TreeSet<>();
    for (OWLNamedIndividual thing : individuals) {
      for (OWLClass type : hermit.getTypes(thing, false).entities().toList()) {
        // What is a thing needs no triple.
        if (!type.isOWLThing()) {
          entailed.add(line(thing.getIRI(), "a", type.getIRI().toString()));
        }
      }
    }
    SortedSet<String> written = new TreeSet<>();
    Set<Node> classes = terms(OWL2.Class.asNode());
    materialised
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(triple -> classes.contains(triple.getObject()))
        .forEach(triple -> written.add(line(triple, "a")));

    SortedSet<String> ofNamedGraphs = typesOfNamedGraphs();
    assertThat(ofNamedGraphs).isNotEmpty();
    assertThat(written).doesNotContainAnyElementsOf(ofNamedGraphs);
    written.addAll(ofNamedGraphs);
    assertSame(written, entailed);
  }

  /**
   * The one difference: the build writes no conclusions of what is not named below {@code
   * https://w3id.org/casus/id/}. In the curated dataset these are the terms of the ontology and the
   * named graphs; each named graph is a prov:Entity, and no triple says so.
   */
  private static SortedSet<String> typesOfNamedGraphs() {
    SortedSet<String> types = new TreeSet<>();
    materialised
        .find(Node.ANY, RDF.type.asNode(), Casus.NAMED_GRAPH)
        .forEach(
            triple ->
                types.add(
                    line(
                        IRI.create(triple.getSubject().getURI()), "a", Prov.NAMESPACE + "Entity")));
    return types;
  }

  @Test
  void linksBetweenThings() {
    SortedSet<String> entailed = new TreeSet<>();
    for (OWLObjectProperty property : ontology.objectPropertiesInSignature().toList()) {
      if (property.isTopEntity()) {
        continue;
      }
      for (OWLNamedIndividual thing : individuals) {
        for (OWLNamedIndividual other :
            hermit.getObjectPropertyValues(thing, property).entities().toList()) {
          entailed.add(
              line(thing.getIRI(), property.getIRI().toString(), other.getIRI().toString()));
        }
      }
    }

    assertSame(written(terms(OWL2.ObjectProperty.asNode())), entailed);
  }

  @Test
  void values() {
    SortedSet<String> entailed = new TreeSet<>();
    for (OWLDataProperty property : ontology.dataPropertiesInSignature().toList()) {
      if (property.isTopEntity()) {
        continue;
      }
      for (OWLNamedIndividual thing : individuals) {
        for (OWLLiteral value : hermit.getDataPropertyValues(thing, property)) {
          String text =
              value.hasLang()
                  ? value.getLiteral() + "@" + value.getLang()
                  : value.getLiteral() + "^^" + value.getDatatype().getIRI();
          entailed.add(line(thing.getIRI(), property.getIRI().toString(), text));
        }
      }
    }

    assertSame(written(terms(OWL2.DatatypeProperty.asNode())), entailed);
  }

  /** Whatever the build adds is a type or a property that the other tests compare. */
  @Test
  void nothingElseIsAdded() {
    Set<Node> compared = new HashSet<>(terms(OWL2.ObjectProperty.asNode()));
    compared.addAll(terms(OWL2.DatatypeProperty.asNode()));
    Set<Node> classes = terms(OWL2.Class.asNode());
    List<Triple> other =
        added
            .find()
            .filterDrop(
                triple ->
                    triple.getPredicate().equals(RDF.type.asNode())
                        ? classes.contains(triple.getObject())
                        : compared.contains(triple.getPredicate()))
            .toList();

    assertThat(other).isEmpty();
  }

  private static Set<Node> terms(Node kind) {
    return materialised.find(Node.ANY, RDF.type.asNode(), kind).mapWith(Triple::getSubject).toSet();
  }

  private static SortedSet<String> written(Set<Node> properties) {
    SortedSet<String> written = new TreeSet<>();
    materialised
        .find()
        .filterKeep(triple -> properties.contains(triple.getPredicate()))
        .forEach(triple -> written.add(line(triple, triple.getPredicate().getURI())));
    return written;
  }

  private static String line(IRI subject, String property, String value) {
    return subject + " " + property + " " + value;
  }

  private static String line(Triple triple, String property) {
    Node value = triple.getObject();
    return line(
        IRI.create(triple.getSubject().toString()),
        property,
        value.isLiteral()
            ? value.getLiteralLexicalForm()
                + (value.getLiteralLanguage().isEmpty()
                    ? "^^" + value.getLiteralDatatypeURI()
                    : "@" + value.getLiteralLanguage())
            : value.toString());
  }

  private static void assertSame(SortedSet<String> written, SortedSet<String> entailed) {
    assertThat(entailed).hasSizeGreaterThan(5000);
    SortedSet<String> missing = new TreeSet<>(entailed);
    missing.removeAll(written);
    SortedSet<String> surplus = new TreeSet<>(written);
    surplus.removeAll(entailed);
    assertThat(missing).as("entailed, but not written").isEmpty();
    assertThat(surplus).as("written, but not entailed").isEmpty();
  }

  /**
   * A literal of a type that OWL 2 does not know, such as xsd:date, becomes its text; a line break,
   * which the parser of OWL API garbles, becomes a mark.
   */
  private static Triple inOwl(Triple triple) {
    Node value = triple.getObject();
    if (!value.isLiteral()) {
      return triple;
    }
    String text = value.getLiteralLexicalForm();
    boolean known = OWL2Datatype.isBuiltIn(IRI.create(value.getLiteralDatatypeURI()));
    if (known && text.indexOf('\n') < 0) {
      return triple;
    }
    String plain = (known ? text : value.toString()).replace('\n', '\u00b6');
    return Triple.create(
        triple.getSubject(), triple.getPredicate(), NodeFactory.createLiteralString(plain));
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
