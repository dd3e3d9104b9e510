package org.casus.mapping;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.model.Attestation;
import org.casus.model.EdtfDate;
import org.casus.model.Period;
import org.casus.vocab.Casus;

/** Writes the triples of one resource into one named graph; absent values write nothing. */
final class ResourceWriter {

  private final DatasetGraph dataset;
  private final Node graph;
  private final Node subject;
  private final DateMapper dates;

  ResourceWriter(DatasetGraph dataset, Node graph, Node subject, DateMapper dates) {
    this.dataset = dataset;
    this.graph = graph;
    this.subject = subject;
    this.dates = dates;
  }

  /** A writer into the same graph about another resource. */
  ResourceWriter about(Node other) {
    return new ResourceWriter(dataset, graph, other, dates);
  }

  ResourceWriter type(Node type) {
    return node(RDF.type.asNode(), type);
  }

  ResourceWriter label(String english) {
    return node(RDFS.label.asNode(), NodeFactory.createLiteralLang(english, "en"));
  }

  ResourceWriter node(Node property, Node value) {
    dataset.add(graph, subject, property, value);
    return this;
  }

  ResourceWriter thing(Node property, String kind, String slug) {
    return node(property, Iris.thing(kind, slug));
  }

  ResourceWriter thing(Node property, String kind, Optional<String> slug) {
    slug.ifPresent(value -> thing(property, kind, value));
    return this;
  }

  ResourceWriter things(Node property, String kind, List<String> slugs) {
    slugs.forEach(slug -> thing(property, kind, slug));
    return this;
  }

  /** Records of any kind, each written as kind/slug. */
  ResourceWriter records(Node property, List<String> records) {
    for (String record : records) {
      int slash = record.indexOf('/');
      thing(property, record.substring(0, slash), record.substring(slash + 1));
    }
    return this;
  }

  /** English text in the words of the curator. */
  ResourceWriter text(Node property, Optional<String> text) {
    text.ifPresent(value -> node(property, NodeFactory.createLiteralLang(value, "en")));
    return this;
  }

  ResourceWriter string(Node property, Optional<String> text) {
    text.ifPresent(value -> node(property, NodeFactory.createLiteralString(value)));
    return this;
  }

  ResourceWriter strings(Node property, List<String> texts) {
    texts.forEach(text -> string(property, Optional.of(text)));
    return this;
  }

  ResourceWriter integer(Node property, Optional<Integer> value) {
    value.ifPresent(
        number ->
            node(
                property,
                NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger)));
    return this;
  }

  ResourceWriter flag(Node property, boolean value) {
    return node(
        property, NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean));
  }

  ResourceWriter date(Node property, Optional<EdtfDate> date) {
    date.ifPresent(value -> node(property, dates.node(value)));
    return this;
  }

  ResourceWriter period(Period period) {
    return date(Casus.START, period.start()).date(Casus.END, period.end());
  }

  ResourceWriter attestation(Attestation attestation) {
    thing(DCTerms.source.asNode(), "source", attestation.source());
    strings(Casus.LOCATOR, attestation.locators());
    thing(Casus.FACT_STATUS, "fact-status", attestation.status());
    things(Casus.CORROBORATED_BY, "source", attestation.corroboratedBy());
    return text(SKOS.editorialNote.asNode(), attestation.note());
  }
}
