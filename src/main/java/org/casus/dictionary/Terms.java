package org.casus.dictionary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.ontology.Ontology;
import org.casus.source.Column;
import org.casus.source.TableMetadata;
import org.casus.source.WrittenRow;
import org.casus.vocab.Casus;

/** What the ontology says about the classes and codes of the tables. */
final class Terms {

  private static final String CLASSES = "casus:";
  private static final List<String> CODES_OF_BIBLIOGRAPHY =
      List.of(CLASSES + "Source", "access-status");

  /** A code with its meaning. */
  record Code(String notation, String label, String definition) {}

  private final Ontology ontology;
  private final DatasetGraph records;

  Terms(Ontology ontology, DatasetGraph records) {
    this.ontology = ontology;
    this.records = records;
  }

  /**
   * The class of the records of a table: the one below which its codes of classes lie, or that of
   * its first record, or the one that is called like the kind of its records.
   */
  Optional<Node> classOf(TableMetadata table, List<WrittenRow> rows) {
    Optional<Node> byCodes =
        table.columns().stream()
            .filter(column -> column.property().filter(RDF.type.getURI()::equals).isPresent())
            .flatMap(column -> column.codes().stream())
            .filter(name -> name.startsWith(CLASSES))
            .map(name -> Casus.term(name.substring(CLASSES.length())))
            .findFirst();
    return byCodes
        .or(() -> rows.stream().findFirst().flatMap(row -> typeOf(table, row)))
        .or(() -> calledLike(table.kind()));
  }

  private Optional<Node> typeOf(TableMetadata table, WrittenRow row) {
    Node record = Iris.thing(table.kind(), row.text("id").orElseThrow());
    return records.stream(Node.ANY, record, RDF.type.asNode(), Node.ANY)
        .map(quad -> quad.getObject())
        .filter(type -> type.isURI() && type.getURI().startsWith(Casus.NAMESPACE))
        .min(Comparator.comparing(Node::getURI));
  }

  private Optional<Node> calledLike(String kind) {
    return graph()
        .find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .mapWith(triple -> triple.getSubject())
        .toList()
        .stream()
        .filter(type -> type.isURI() && localName(type).equals(kind))
        .findFirst();
  }

  /** The local name as slugs are written: EventName becomes event-name. */
  private static String localName(Node term) {
    String name = term.getURI().substring(term.getURI().lastIndexOf('#') + 1);
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The lists of codes that the columns and the bibliography use, by name. */
  SortedSet<String> codeLists(List<TableMetadata> tables) {
    SortedSet<String> names = new TreeSet<>(CODES_OF_BIBLIOGRAPHY);
    tables.forEach(
        table ->
            table.columns().stream()
                .map(Column::codes)
                .flatMap(Optional::stream)
                .forEach(names::add));
    return names;
  }

  String titleOf(String codeList) {
    return label(term(codeList));
  }

  String definitionOf(String codeList) {
    return definition(term(codeList));
  }

  private static Node term(String codeList) {
    return codeList.startsWith(CLASSES)
        ? Casus.term(codeList.substring(CLASSES.length()))
        : Iris.scheme(codeList);
  }

  List<Code> codes(String codeList) {
    return ontology.codeLists().list(codeList).orElseGet(TreeSet::new).stream()
        .map(notation -> code(codeList, notation))
        .toList();
  }

  private Code code(String codeList, String notation) {
    Node term =
        codeList.startsWith(CLASSES)
            ? ontology.classFor(term(codeList), notation)
            : Iris.concept(codeList, notation);
    return new Code(notation, label(term), definition(term));
  }

  String label(Node term) {
    return text(term, RDFS.label.asNode());
  }

  String definition(Node term) {
    return text(term, SKOS.definition.asNode());
  }

  private String text(Node term, Node property) {
    return graph()
        .find(term, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .toList()
        .stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .orElse("");
  }

  private Graph graph() {
    return ontology.graph();
  }
}
