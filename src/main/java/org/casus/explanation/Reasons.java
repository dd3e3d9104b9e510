package org.casus.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.jspecify.annotations.Nullable;

/** Walks from a thing to what it rests on, and to what rests on it. */
final class Reasons {
  private static final Comparator<@Nullable String> UNKNOWN_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final Facts facts;
  private final Map<Node, Optional<Thing>> things = new LinkedHashMap<>();

  Reasons(Facts facts) {
    this.facts = facts;
  }

  Explanation explain(Node node) {
    visit(node);
    List<DerivedTriple> triples = derivedTriples(node);
    List<Conclusion> conclusions = new Removal(facts).of(node);
    return new Explanation(
        node.getURI(),
        things.values().stream().flatMap(Optional::stream).toList(),
        triples,
        conclusions,
        facts.found());
  }

  private void visit(Node node) {
    if (things.containsKey(node)) {
      return;
    }
    // Keeps the place in the order, and ends the walk should the data have a cycle.
    things.put(node, Optional.empty());
    List<Quad> types = facts.types(node);
    List<Derivation> derivations = derivations(facts.values(node, Prov.WAS_GENERATED_BY), node);
    Thing thing =
        new Thing(
            node.getURI(),
            facts.named(node).label(),
            types.stream().map(Quad::getObject).distinct().map(facts::named).toList(),
            types.stream().map(quad -> quad.getGraph().getURI()).distinct().sorted().toList(),
            period(node),
            attestations(node),
            derivations);
    things.put(node, Optional.of(thing));
    visitPremises(derivations);
  }

  private void visitPremises(List<Derivation> derivations) {
    for (Derivation derivation : derivations) {
      for (String premise : derivation.premises()) {
        visit(NodeFactory.createURI(premise));
      }
    }
  }

  /** Why the record is there comes first, then why it says what. */
  private List<Derivation> derivations(List<Node> nodes, Node record) {
    return nodes.stream()
        .map(node -> derivation(node, record))
        .sorted(
            Comparator.comparing(Derivation::tellsInWords)
                .thenComparing(derivation -> derivation.rule().label())
                .thenComparing(Reasons::start, UNKNOWN_FIRST)
                .thenComparing(derivation -> String.join(" ", derivation.premises()))
                .thenComparing(Derivation::iri))
        .toList();
  }

  private static @Nullable String start(Derivation derivation) {
    return derivation.period() == null ? null : derivation.period().start();
  }

  private Derivation derivation(Node node, Node record) {
    facts.types(node);
    Node rule = facts.value(node, Casus.DERIVED_BY).orElse(node);
    List<Node> premises = facts.values(node, Prov.USED);
    List<Derivation.Told> tells =
        facts.values(rule, Casus.TELLS_OF_RECORD).stream()
            .flatMap(
                property ->
                    told(facts.values(record, property), premises).stream()
                        .map(
                            value ->
                                new Derivation.Told(facts.named(property), facts.named(value))))
            .toList();
    return new Derivation(
        node.getURI(),
        facts.named(rule),
        facts.value(rule, SKOS.definition.asNode()).map(Node::getLiteralLexicalForm).orElse(""),
        period(node),
        premises.stream().map(Node::getURI).toList(),
        tells);
  }

  /** Where some of the values are premises, such as the help that was found, each tells its own. */
  private static List<Node> told(List<Node> values, List<Node> premises) {
    List<Node> own = values.stream().filter(premises::contains).toList();
    return own.isEmpty() ? values : own;
  }

  private @Nullable Period period(Node node) {
    @Nullable String start = date(node, Casus.START);
    @Nullable String end = date(node, Casus.END);
    @Nullable String attested =
        facts.value(node, Casus.ATTESTED_UNTIL).map(Node::getLiteralLexicalForm).orElse(null);
    return start == null && end == null && attested == null
        ? null
        : new Period(start, end, attested);
  }

  private @Nullable String date(Node node, Node property) {
    return facts
        .value(node, property)
        .map(
            date ->
                facts
                    .value(date, Casus.EDTF)
                    .map(Node::getLiteralLexicalForm)
                    .orElseGet(() -> facts.named(date).label()))
        .orElse(null);
  }

  private List<Attestation> attestations(Node node) {
    return facts.graphs(node, DCTerms.source.asNode(), Node.ANY).stream()
        .map(graph -> attestation(graph, node))
        .toList();
  }

  private Attestation attestation(Node graph, Node node) {
    List<String> locators = texts(graph, node, Casus.LOCATOR);
    return new Attestation(
        graph.getURI(),
        named(graph, node, DCTerms.source.asNode()),
        // What is listed and never cited has its place in the list of references only.
        locators.isEmpty() ? texts(graph, node, Casus.REFERENCE_LOCATOR) : locators,
        named(graph, node, Casus.CORROBORATED_BY),
        named(graph, node, Casus.HAS_PRIMARY_SOURCE),
        texts(graph, node, Casus.QUOTE),
        texts(graph, node, Casus.GIST),
        named(graph, node, Casus.FACT_STATUS).stream().findFirst().orElse(null));
  }

  private List<Named> named(Node graph, Node node, Node property) {
    return facts.values(graph, node, property).stream().map(facts::named).toList();
  }

  private List<String> texts(Node graph, Node node, Node property) {
    return facts.values(graph, node, property).stream().map(Node::getLiteralLexicalForm).toList();
  }

  private List<DerivedTriple> derivedTriples(Node subject) {
    Map<Triple, List<Node>> reasons = new LinkedHashMap<>();
    for (Node derivation : facts.subjects(RDF.subject.asNode(), subject)) {
      facts
          .value(derivation, RDF.predicate.asNode())
          .ifPresent(
              property ->
                  facts
                      .value(derivation, RDF.object.asNode())
                      .ifPresent(
                          value ->
                              reasons
                                  .computeIfAbsent(
                                      Triple.create(subject, property, value),
                                      any -> new ArrayList<>())
                                  .add(derivation)));
    }
    List<DerivedTriple> triples = new ArrayList<>();
    reasons.forEach((triple, nodes) -> triples.add(derivedTriple(triple, nodes)));
    triples.sort(
        Comparator.comparing((DerivedTriple triple) -> triple.property().label())
            .thenComparing(triple -> triple.value().label())
            .thenComparing(DerivedTriple::language));
    triples.forEach(triple -> visitPremises(triple.derivations()));
    return triples;
  }

  private DerivedTriple derivedTriple(Triple triple, List<Node> reasons) {
    List<Node> graphs =
        facts.graphs(triple.getSubject(), triple.getPredicate(), triple.getObject());
    Node value = triple.getObject();
    return new DerivedTriple(
        facts.named(triple.getPredicate()),
        facts.named(value),
        value.isLiteral() ? value.getLiteralLanguage() : "",
        graphs.stream().map(Node::getURI).toList(),
        derivations(reasons, triple.getSubject()));
  }
}
