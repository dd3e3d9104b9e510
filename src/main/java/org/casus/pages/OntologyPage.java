package org.casus.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.casus.http.ServedBuild;
import org.casus.http.Templates;
import org.casus.iri.Iris;
import org.casus.pages.ModuleEntry.Code;
import org.casus.pages.ModuleEntry.CodeList;
import org.casus.pages.ModuleEntry.TermGroup;
import org.casus.vocab.Casus;

/**
 * The documentation of the ontology, from the graphs {@code ontology} and {@code shapes}, with the
 * numbers of {@code catalogue} and examples from the data. A term has its local name as anchor, so
 * that its IRI leads to its entry.
 */
final class OntologyPage {
  static final String IRI = Casus.BASE + Addresses.ONTOLOGY;
  private static final String MODULES = IRI + "/";
  private static final Node DATASET = Iris.thing("dataset", "casus");
  private static final String IMPORTS = MODULES + "imports/";
  private static final int EXAMPLES = 3;
  private static final Set<Node> CHARACTERISTICS =
      Set.of(
          OWL2.TransitiveProperty.asNode(),
          OWL2.SymmetricProperty.asNode(),
          OWL2.AsymmetricProperty.asNode(),
          OWL2.IrreflexiveProperty.asNode(),
          OWL2.FunctionalProperty.asNode());

  /** The terms of a module by kind, in this order. */
  private static final Map<String, Resource> KINDS = kinds();

  private final DatasetGraph dataset;
  private final Graph ontology;
  private final Labels labels;
  private final FactReader facts;
  private final Obligations obligations;
  private final Map<Node, Long> numbers = new HashMap<>();
  private final Map<Node, TreeSet<String>> instances = new HashMap<>();

  /** The finished page, which a build keeps. */
  record Rendered(String html) {}

  /** A vocabulary of others, with the terms that are used of it. */
  record Reused(Link vocabulary, List<Link> terms) {}

  private OntologyPage(DatasetGraph dataset) {
    this.dataset = dataset;
    this.labels = new Labels(dataset);
    this.facts = new FactReader(dataset, labels, Map.of());
    this.ontology = copy(dataset, "ontology");
    this.obligations = new Obligations(copy(dataset, "shapes"), labels);
    readNumbers();
    readInstances();
  }

  private static Map<String, Resource> kinds() {
    Map<String, Resource> kinds = new LinkedHashMap<>();
    kinds.put("Classes", OWL2.Class);
    kinds.put("Object properties", OWL2.ObjectProperty);
    kinds.put("Datatype properties", OWL2.DatatypeProperty);
    kinds.put("Annotation properties", OWL2.AnnotationProperty);
    return kinds;
  }

  /** Makes the page in a transaction of its own. */
  static Rendered of(ServedBuild build) {
    DatasetGraph dataset = build.dataset();
    Map<String, Object> values =
        Txn.calculateRead(dataset, () -> new OntologyPage(dataset).values());
    return new Rendered(Templates.render("ontology", values));
  }

  private static Graph copy(DatasetGraph dataset, String name) {
    Graph copy = GraphFactory.createDefaultGraph();
    dataset.getGraph(Iris.graph(name)).find().forEachRemaining(copy::add);
    return copy;
  }

  private void readNumbers() {
    readNumbers(VOID.classPartition, VOID._class, VOID.entities);
    readNumbers(VOID.propertyPartition, VOID.property, VOID.triples);
  }

  private void readNumbers(Property partition, Property term, Property number) {
    Graph catalogue = dataset.getGraph(Iris.graph("catalogue"));
    for (Node part : objects(catalogue, DATASET, partition)) {
      for (Node counted : objects(catalogue, part, term)) {
        objects(catalogue, part, number)
            .forEach(value -> numbers.put(counted, Long.parseLong(value.getLiteralLexicalForm())));
      }
    }
  }

  private void readInstances() {
    dataset
        .findNG(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getSubject().isURI()) {
                TreeSet<String> some =
                    instances.computeIfAbsent(quad.getObject(), any -> new TreeSet<>());
                some.add(quad.getSubject().getURI());
                if (some.size() > EXAMPLES) {
                  some.pollLast();
                }
              }
            });
  }

  private Map<String, Object> values() {
    Node header = NodeFactory.createURI(IRI);
    List<ModuleEntry> modules = modules().stream().map(this::module).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("iri", IRI);
    values.put("address", "/" + Addresses.ONTOLOGY);
    values.put("downloads", Document.downloads("/" + Addresses.ONTOLOGY));
    values.put("title", text(header, DCTerms.title));
    values.put("abstracts", values(header, DCTerms.abstract_));
    values.put("version", text(header, OWL2.versionInfo));
    values.put(
        "header",
        Stream.of(
                fact("Version", header, OWL2.versionInfo),
                fact("IRI of this version", header, OWL2.versionIRI),
                fact("Created", header, DCTerms.created),
                fact("Modified", header, DCTerms.modified),
                fact("Authors", header, DCTerms.creator),
                fact("Licence", header, DCTerms.license))
            .flatMap(List::stream)
            .toList());
    values.put("modules", modules);
    values.put("diagram", ModuleDiagram.of(requires()));
    values.put("reused", reused());
    return values;
  }

  /** IRIs of the modules, without the extracts of other vocabularies. */
  private List<Node> modules() {
    return parts().stream().filter(part -> !part.getURI().startsWith(IMPORTS)).toList();
  }

  private List<Node> parts() {
    return ontology
        .find(Node.ANY, DCTerms.isPartOf.asNode(), NodeFactory.createURI(IRI))
        .mapWith(triple -> triple.getSubject())
        .filterKeep(part -> part.isURI() && part.getURI().startsWith(MODULES))
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private static String name(Node module) {
    return module.getURI().substring(MODULES.length());
  }

  private SortedMap<String, Set<String>> requires() {
    SortedMap<String, Set<String>> requires = new TreeMap<>();
    for (Node module : modules()) {
      requires.put(
          name(module),
          objects(ontology, module, DCTerms.requires).stream()
              .filter(other -> other.isURI() && other.getURI().startsWith(MODULES))
              .map(OntologyPage::name)
              .collect(Collectors.toSet()));
    }
    return requires;
  }

  private ModuleEntry module(Node module) {
    List<TermGroup> groups = new ArrayList<>();
    KINDS.forEach(
        (title, kind) -> {
          List<TermEntry> terms =
              declared(kind).stream()
                  .filter(term -> objects(ontology, term, RDFS.isDefinedBy).contains(module))
                  .filter(term -> term.getURI().startsWith(Casus.NAMESPACE))
                  .map(term -> term(term, kind))
                  .sorted(Comparator.comparing(TermEntry::label))
                  .toList();
          if (!terms.isEmpty()) {
            groups.add(new TermGroup(title, terms));
          }
        });
    List<Link> requires =
        objects(ontology, module, DCTerms.requires).stream()
            .map(other -> Link.of(name(other), "#module-" + name(other)))
            .sorted(Comparator.comparing(Link::label))
            .toList();
    return new ModuleEntry(
        name(module),
        text(module, DCTerms.title),
        values(module, DCTerms.abstract_),
        requires,
        groups,
        schemes(module));
  }

  private List<Node> declared(Resource kind) {
    return ontology
        .find(Node.ANY, RDF.type.asNode(), kind.asNode())
        .mapWith(triple -> triple.getSubject())
        .filterKeep(Node::isURI)
        .toList();
  }

  private TermEntry term(Node term, Resource kind) {
    boolean isClass = kind.equals(OWL2.Class);
    long uses = numbers.getOrDefault(term, 0L);
    return new TermEntry(
        term.getURI().substring(Casus.NAMESPACE.length()),
        "casus:" + term.getURI().substring(Casus.NAMESPACE.length()),
        labels.text(term),
        values(term, SKOS.definition),
        objects(ontology, term, Casus.term("maturity")).stream()
            .map(labels::text)
            .collect(Collectors.joining(", ")),
        isClass ? classFacts(term) : propertyFacts(term),
        isClass ? obligations.of(term) : List.of(),
        uses,
        isClass && uses > EXAMPLES ? Addresses.links(term.getURI(), RDF.type.getURI(), 1) : "",
        isClass ? instances(term) : List.of(),
        isClass ? List.of() : example(term));
  }

  private List<Fact> classFacts(Node term) {
    List<Fact> facts = new ArrayList<>();
    Collection<Node> wider = objects(ontology, term, RDFS.subClassOf);
    facts.addAll(fact("A kind of", ours(wider)));
    facts.addAll(fact("Its kinds", subjects(RDFS.subClassOf, term)));
    facts.addAll(fact("Aligned with", others(wider)));
    facts.addAll(fact("Equivalent to", objects(ontology, term, OWL2.equivalentClass)));
    facts.addAll(fact("Has the properties", subjects(RDFS.domain, term)));
    facts.addAll(fact("Is the value of", subjects(RDFS.range, term)));
    facts.addAll(notes(term));
    return facts;
  }

  private List<Fact> propertyFacts(Node term) {
    List<Fact> facts = new ArrayList<>();
    Collection<Node> wider = objects(ontology, term, RDFS.subPropertyOf);
    facts.addAll(fact("Of", objects(ontology, term, RDFS.domain)));
    facts.addAll(fact("With values", objects(ontology, term, RDFS.range)));
    facts.addAll(fact("Narrower than", ours(wider)));
    facts.addAll(fact("Wider than", subjects(RDFS.subPropertyOf, term)));
    facts.addAll(fact("Aligned with", others(wider)));
    facts.addAll(
        fact(
            "Is",
            objects(ontology, term, RDF.type).stream().filter(CHARACTERISTICS::contains).toList()));
    facts.addAll(notes(term));
    return facts;
  }

  private List<Fact> notes(Node term) {
    return Stream.of(
            fact("Code", term, SKOS.notation),
            fact("Note", term, SKOS.scopeNote),
            fact("Examples", term, SKOS.example),
            fact("After", term, DCTerms.source),
            fact("Changed", term, SKOS.changeNote))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Node> ours(Collection<Node> terms) {
    return terms.stream().filter(OntologyPage::isOurs).toList();
  }

  private static List<Node> others(Collection<Node> terms) {
    return terms.stream().filter(term -> !isOurs(term)).toList();
  }

  private static boolean isOurs(Node term) {
    return term.isURI() && term.getURI().startsWith(Casus.NAMESPACE);
  }

  private List<Link> instances(Node type) {
    return instances.getOrDefault(type, new TreeSet<>()).stream()
        .map(NodeFactory::createURI)
        .map(labels::of)
        .toList();
  }

  private List<Value> example(Node property) {
    Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, property, Node.ANY);
    if (!quads.hasNext()) {
      return List.of();
    }
    Quad quad = quads.next();
    return List.of(facts.value(quad.getSubject()), facts.value(quad.getObject()));
  }

  private List<CodeList> schemes(Node module) {
    return ontology
        .find(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode())
        .mapWith(triple -> triple.getSubject())
        .filterKeep(scheme -> objects(ontology, scheme, RDFS.isDefinedBy).contains(module))
        .toList()
        .stream()
        .sorted(Comparator.comparing(labels::text))
        .map(this::scheme)
        .toList();
  }

  private CodeList scheme(Node scheme) {
    return new CodeList(
        "scheme-" + scheme.getURI().substring(scheme.getURI().lastIndexOf('/') + 1),
        labels.of(scheme),
        values(scheme, SKOS.definition),
        subjects(SKOS.inScheme, scheme).stream()
            .map(this::code)
            .sorted(Comparator.comparing(Code::notation))
            .toList());
  }

  private Code code(Node concept) {
    return new Code(
        labels.of(concept),
        text(concept, SKOS.notation),
        values(concept, SKOS.definition),
        values(concept, SKOS.scopeNote),
        objects(ontology, concept, SKOS.broader).stream().map(labels::of).toList());
  }

  /** The extracts of other vocabularies, each with the terms that begin with its namespace. */
  private List<Reused> reused() {
    SortedMap<String, List<Link>> terms = new TreeMap<>();
    KINDS
        .values()
        .forEach(
            kind ->
                others(declared(kind))
                    .forEach(
                        term ->
                            terms
                                .computeIfAbsent(
                                    term.getURI().replaceFirst("[^/#]*$", ""),
                                    any -> new ArrayList<>())
                                .add(labels.of(term))));
    return terms.entrySet().stream()
        .map(
            entry ->
                new Reused(
                    Link.of(entry.getKey(), Addresses.of(entry.getKey())),
                    entry.getValue().stream()
                        .distinct()
                        .sorted(Comparator.comparing(Link::label))
                        .toList()))
        .toList();
  }

  private String text(Node subject, Property property) {
    return objects(ontology, subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  private List<Value> values(Node subject, Property property) {
    return objects(ontology, subject, property).stream().map(facts::value).toList();
  }

  private List<Fact> fact(String label, Node subject, Property property) {
    return fact(label, objects(ontology, subject, property));
  }

  /** One fact, or none without values. */
  private List<Fact> fact(String label, Collection<Node> values) {
    return values.isEmpty()
        ? List.of()
        : List.of(
            new Fact(
                Link.of(label, ""),
                values.stream()
                    .map(facts::value)
                    .sorted(Comparator.comparing(value -> value.link().label()))
                    .toList(),
                0));
  }

  private static List<Node> objects(Graph graph, Node subject, Property property) {
    return objects(graph, subject, property.asNode());
  }

  private static List<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList();
  }

  private List<Node> subjects(Property property, Node value) {
    return ontology
        .find(Node.ANY, property.asNode(), value)
        .mapWith(triple -> triple.getSubject())
        .filterKeep(Node::isURI)
        .toList();
  }
}
