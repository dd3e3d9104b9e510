package org.casus.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;

/** Turns triples into facts in words. Use within a read transaction. */
final class FactReader {
  /** Values of one property that a page shows; a description of the whole has hundreds. */
  static final int MOST_VALUES = 100;

  private static final int DEEPEST = 5;

  /** What says most about a thing comes first; the rest is in the order of the labels. */
  private static final List<Node> FIRST =
      List.of(
          RDF.type.asNode(),
          RDFS.label.asNode(),
          SKOS.definition.asNode(),
          Casus.GIST,
          Casus.QUOTE);

  private static final Set<String> DATES =
      Set.of(
          XSDDatatype.XSDdate.getURI(),
          XSDDatatype.XSDgYearMonth.getURI(),
          XSDDatatype.XSDgYear.getURI());
  private static final Set<String> PLAIN =
      Set.of(XSDDatatype.XSDstring.getURI(), RDF.langString.getURI());

  private final DatasetGraph dataset;
  private final Labels labels;
  private final Map<Triple, String> reasons;

  /**
   * @param reasons where the reasons of derived triples are
   */
  FactReader(DatasetGraph dataset, Labels labels, Map<Triple, String> reasons) {
    this.dataset = dataset;
    this.labels = labels;
    this.reasons = reasons;
  }

  /** The facts that triples of one subject tell, in the order for readers. */
  List<Fact> facts(Collection<Triple> triples) {
    return facts(triples, new HashSet<>());
  }

  private List<Fact> facts(Collection<Triple> triples, Set<Node> above) {
    Map<Node, List<Triple>> byProperty = new HashMap<>();
    triples.forEach(
        triple ->
            byProperty
                .computeIfAbsent(triple.getPredicate(), any -> new ArrayList<>())
                .add(triple));
    return byProperty.keySet().stream()
        .sorted(
            Comparator.comparing(FactReader::rank)
                .thenComparing(labels::text)
                .thenComparing(Node::getURI))
        .map(property -> fact(property, byProperty.getOrDefault(property, List.of()), above))
        .toList();
  }

  private static int rank(Node property) {
    int place = FIRST.indexOf(property);
    return place < 0 ? FIRST.size() : place;
  }

  private Fact fact(Node property, List<Triple> triples, Set<Node> above) {
    List<Value> values =
        triples.stream()
            .sorted(Comparator.comparing(triple -> NodeFmtLib.strNT(triple.getObject())))
            .limit(MOST_VALUES)
            .map(triple -> value(triple, above))
            .sorted(Comparator.comparing(value -> value.link().label()))
            .toList();
    return new Fact(labels.of(property), values, triples.size() - values.size());
  }

  private Value value(Triple triple, Set<Node> above) {
    Value value = value(triple.getObject(), above);
    @Nullable String why = reasons.get(triple);
    return why == null ? value : value.because(why);
  }

  /** One value in words. */
  Value value(Node node) {
    return value(node, new HashSet<>());
  }

  private Value value(Node node, Set<Node> above) {
    if (node.isLiteral()) {
      return literal(node);
    }
    if (node.isBlank()) {
      return parts(node, above);
    }
    Link link = labels.of(node);
    return edtf(node)
        .map(edtf -> Value.date(DateInWords.of(edtf), link.href()))
        .orElseGet(() -> Value.link(link));
  }

  private Optional<String> edtf(Node date) {
    var found = dataset.findNG(Node.ANY, date, Casus.EDTF, Node.ANY);
    return found.hasNext()
        ? Optional.of(found.next().getObject().getLiteralLexicalForm())
        : Optional.empty();
  }

  private static Value literal(Node literal) {
    String text = literal.getLiteralLexicalForm();
    String datatype = literal.getLiteralDatatypeURI();
    if (PLAIN.contains(datatype)) {
      return Value.text(text, Labels.foreign(literal.getLiteralLanguage()), "");
    }
    if (DATES.contains(datatype)) {
      return Value.date(DateInWords.ofLiteral(text), "");
    }
    if (datatype.equals(XSDDatatype.XSDboolean.getURI())) {
      return Value.text(text.equals("true") || text.equals("1") ? "yes" : "no", "", "");
    }
    if (datatype.equals(XSDDatatype.XSDanyURI.getURI()) && !Addresses.of(text).isEmpty()) {
      return Value.link(Link.of(text, Addresses.of(text)));
    }
    boolean number = datatype.equals(XSDDatatype.XSDinteger.getURI());
    return Value.text(text, "", number ? "" : Labels.ending(datatype));
  }

  private Value parts(Node blank, Set<Node> above) {
    if (above.contains(blank) || above.size() == DEEPEST) {
      return Value.text("…", "", "");
    }
    Set<Node> path = new HashSet<>(above);
    path.add(blank);
    Set<Triple> triples = triples(blank);
    return triples.stream().anyMatch(triple -> triple.getPredicate().equals(RDF.first.asNode()))
        ? list(blank, path)
        : Value.parts(facts(triples, path));
  }

  /** An RDF list, as far as a page shows values. */
  private Value list(Node start, Set<Node> above) {
    List<Value> values = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && values.size() < MOST_VALUES) {
      Node cell = open.remove();
      if (seen.add(cell)) {
        for (Triple triple : triples(cell)) {
          if (triple.getPredicate().equals(RDF.first.asNode())) {
            values.add(value(triple.getObject(), above));
          } else if (triple.getPredicate().equals(RDF.rest.asNode())) {
            open.add(triple.getObject());
          }
        }
      }
    }
    return Value.list(values);
  }

  private Set<Triple> triples(Node subject) {
    Set<Triple> triples = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, subject, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> triples.add(quad.asTriple()));
    return triples;
  }

  /** The triples of a subject by graph: first what is told, then what is inferred. */
  static Map<Node, List<Triple>> byGraph(DatasetGraph dataset, Node subject) {
    Map<Node, List<Triple>> byGraph =
        new TreeMap<>(
            Comparator.comparing(
                    (Node graph) -> graph.toString().startsWith(Iris.GRAPHS + "inferred/"))
                .thenComparing(graph -> graph.toString()));
    dataset
        .findNG(Node.ANY, subject, Node.ANY, Node.ANY)
        .forEachRemaining((Quad quad) -> put(byGraph, quad));
    return byGraph;
  }

  private static void put(Map<Node, List<Triple>> byGraph, Quad quad) {
    byGraph.computeIfAbsent(quad.getGraph(), any -> new ArrayList<>()).add(quad.asTriple());
  }
}
