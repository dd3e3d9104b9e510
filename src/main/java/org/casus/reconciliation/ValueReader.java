package org.casus.reconciliation;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;

/** Reads values of properties from the union of all graphs, in a read transaction. */
final class ValueReader {
  private static final String DATES = Iris.THINGS + "date/";

  private final DatasetGraph dataset;

  ValueReader(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /**
   * The values to which a path leads, in the order of their texts.
   *
   * @param authority knows which of them are entities
   */
  List<Value> values(Node subject, Path path, Authority authority) {
    Set<Value> values = new LinkedHashSet<>();
    PathEval.eval(dataset.getUnionGraph(), subject, path, ARQ.getContext())
        .forEachRemaining(node -> value(node, authority).ifPresent(values::add));
    List<Value> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparing(Value::text));
    return List.copyOf(sorted);
  }

  private Optional<Value> value(Node node, Authority authority) {
    if (node.isLiteral()) {
      return Optional.of(literal(node));
    }
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    if (iri.startsWith(DATES)) {
      return Literals.first(dataset, node, Casus.EDTF).map(ValueReader::date);
    }
    if (iri.startsWith(Wikidata.ENTITY)) {
      return Optional.of(new Value.Words(iri.substring(Wikidata.ENTITY.length()), ""));
    }
    return authority
        .entity(node)
        .map(entity -> (Value) new Value.Thing(entity))
        .or(
            () ->
                Optional.of(
                    new Value.Words(
                        Literals.first(dataset, node, RDFS.label.asNode()).orElse(iri), "")));
  }

  private static Value literal(Node node) {
    RDFDatatype type = node.getLiteralDatatype();
    String text = node.getLiteralLexicalForm();
    if (XSDDatatype.XSDdate.equals(type)) {
      return date(text);
    }
    NodeValue value = NodeValue.makeNode(node);
    return value.isDecimal() || value.isInteger()
        ? new Value.Number(value.getDecimal())
        : new Value.Words(text, node.getLiteralLanguage());
  }

  /** A date, or its text if it is one that tables do not have. */
  private static Value date(String text) {
    try {
      return new Value.Date(EdtfDate.parse(text));
    } catch (DateTimeException | IllegalArgumentException otherForm) {
      return new Value.Words(text, "");
    }
  }
}
