package org.casus.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.casus.dataset.Dataset;
import org.casus.dataset.Imports;
import org.casus.inference.RuleBook;
import org.casus.inference.RuleHeader;
import org.casus.iri.Iris;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.store.ImportInfo;
import org.casus.store.ImportInfo.ImportedFile;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.casus.wikidata.WikidataSnapshot;

/**
 * Writes the graph {@code catalogue}: of which work and from which files, with which hashes, each
 * graph comes, which things each article speaks of, and which rules there are. The questions, which
 * stand in it too, write themselves. Says nothing about when, so that the same sources give the
 * same graph; the time of a build stands beside the dataset.
 */
final class CatalogueGraph {

  private final DatasetGraph dataset;
  private final Node graph = Iris.graph("catalogue");

  private CatalogueGraph(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  static void write(
      DatasetGraph dataset, Map<String, String> files, RuleBook rules, CuratedData data) {
    CatalogueGraph writer = new CatalogueGraph(dataset);
    files.forEach(writer::file);
    rules.headers().forEach(writer::rule);
    rules.told().forEach(writer::told);
    writer.provenance(data);
    writer.mentions();
    files.keySet().stream()
        .filter(file -> file.startsWith("ontology/") && file.endsWith(".ttl"))
        .filter(file -> !file.startsWith("ontology/shapes/"))
        .forEach(file -> writer.derived("ontology", "The ontology", file));
    files.keySet().stream()
        .filter(file -> file.startsWith("ontology/shapes/"))
        .forEach(file -> writer.derived("shapes", "Shapes of records", file));
    files.keySet().stream()
        .filter(file -> file.startsWith("queries/") || file.startsWith("ontology/rules/"))
        .forEach(file -> writer.derived("catalogue", "The catalogue", file));
  }

  /** Describes the graphs of imported data sets: what they are, whose, until when, from what. */
  static void writeImports(DatasetGraph dataset, Imports imports) {
    CatalogueGraph writer = new CatalogueGraph(dataset);
    imports.files().forEach(writer::file);
    for (ImportInfo info : imports.list()) {
      Dataset.named(info.dataset()).ifPresent(kind -> writer.imported(kind, info));
    }
  }

  /** Describes the graph of what was fetched from Wikidata. */
  static void writeSnapshot(DatasetGraph dataset, WikidataSnapshot snapshot) {
    CatalogueGraph writer = new CatalogueGraph(dataset);
    snapshot.files().forEach(writer::file);
    snapshot
        .files()
        .keySet()
        .forEach(
            file ->
                writer.derived(
                    snapshot.graph(),
                    "What Wikidata says of linked things, " + snapshot.day(),
                    file));
    Node subject = snapshot.graphNode();
    writer.add(subject, DCTerms.source.asNode(), Iris.thing("source", WikidataSnapshot.NAME));
    writer.add(subject, OWL.versionInfo.asNode(), NodeFactory.createLiteralString(snapshot.day()));
    writer.text(subject, DCTerms.rights.asNode(), "Content of Wikidata is CC0 1.0.");
  }

  private void imported(Dataset imported, ImportInfo info) {
    for (ImportedFile file : info.files()) {
      derived(imported.graph(), imported.title(), Imports.path(imported, file.name()));
    }
    Node subject = Iris.graph(imported.graph());
    add(subject, DCTerms.source.asNode(), Iris.thing("source", imported.source()));
    add(subject, OWL.versionInfo.asNode(), NodeFactory.createLiteralString(imported.version()));
    add(
        subject,
        DCTerms.temporal.asNode(),
        NodeFactory.createLiteralString("../" + imported.coverageEnd()));
    text(subject, DCTerms.bibliographicCitation.asNode(), imported.citation());
    text(subject, DCTerms.rights.asNode(), imported.terms());
  }

  private void provenance(CuratedData data) {
    derived("reference", "Reference facts", "data/" + SourceReader.BIBLIOGRAPHY);
    for (var table : data.tables()) {
      String file = "data/" + table.metadata().table();
      switch (table.metadata().graph()) {
        case REFERENCE -> derived("reference", "Reference facts", file);
        case WIKIDATA -> derived("wikidata", "Links to Wikidata", file);
        case ARTICLE ->
            table.rows().stream()
                .map(row -> row.value().attestation().source())
                .distinct()
                .forEach(
                    key -> {
                      derived("article/" + key, "What " + label(key) + " reports", file);
                      add(
                          Iris.graph("article/" + key),
                          DCTerms.source.asNode(),
                          Iris.thing("source", key));
                    });
      }
    }
  }

  /**
   * Of each curated work all records to which its own refer: what has a source, as codes and dates
   * have not. What a remark of the curators is on, or a reading that was held against the text, is
   * not thereby mentioned in the text.
   */
  private void mentions() {
    List<Quad> works =
        Iter.toList(dataset.find(graph, Node.ANY, DCTerms.source.asNode(), Node.ANY));
    for (Quad work : works) {
      Iter.iter(dataset.find(work.getSubject(), Node.ANY, Node.ANY, Node.ANY))
          .filter(quad -> !quad.getPredicate().equals(Casus.IS_NOTE_ON))
          .filter(quad -> !isConcernOfACheck(quad))
          .map(Quad::getObject)
          .filter(Node::isURI)
          .distinct()
          .filter(thing -> dataset.contains(Node.ANY, thing, DCTerms.source.asNode(), Node.ANY))
          .toList()
          .forEach(thing -> add(work.getObject(), SchemaDO.mentions.asNode(), thing));
    }
  }

  private boolean isConcernOfACheck(Quad quad) {
    return quad.getPredicate().equals(Casus.CONCERNS)
        && dataset.contains(
            quad.getGraph(), quad.getSubject(), RDF.type.asNode(), Casus.FIDELITY_EXCEPTION);
  }

  /** The label of a work, such as {@code Abushov and Babayev 2025}; its key if there is no work. */
  private String label(String key) {
    Node work = Iris.thing("source", key);
    return Iter.iter(dataset.find(Node.ANY, work, RDFS.label.asNode(), Node.ANY))
        .map(quad -> quad.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .min(Comparator.naturalOrder())
        .orElse(key);
  }

  private void derived(String name, String label, String file) {
    Node subject = Iris.graph(name);
    add(subject, RDF.type.asNode(), Casus.NAMED_GRAPH);
    text(subject, RDFS.label.asNode(), label);
    add(subject, Prov.WAS_DERIVED_FROM, Iris.thing("file", file));
  }

  private void file(String path, String hash) {
    Node subject = Iris.thing("file", path);
    add(subject, RDF.type.asNode(), Casus.SOURCE_FILE);
    text(subject, RDFS.label.asNode(), path);
    add(subject, Casus.SHA256, NodeFactory.createLiteralString(hash));
  }

  private void rule(RuleHeader rule) {
    Node subject = Iris.thing("rule", rule.name());
    add(subject, RDF.type.asNode(), Casus.INFERENCE_RULE);
    text(subject, RDFS.label.asNode(), rule.label());
    text(
        subject, SKOS.definition.asNode(), "If: " + rule.premise() + " Then: " + rule.conclusion());
    text(subject, SKOS.scopeNote.asNode(), "Does not cover: " + rule.doesNotCover());
    add(subject, DCTerms.description.asNode(), NodeFactory.createLiteralLang(rule.source(), "en"));
    Node conclusions = Iris.graph(rule.graph());
    add(conclusions, RDF.type.asNode(), Casus.NAMED_GRAPH);
    text(conclusions, RDFS.label.asNode(), "Derived: " + rule.graph());
    add(conclusions, Casus.DERIVED_BY, subject);
  }

  private void told(String rule, Set<Node> properties) {
    properties.forEach(property -> add(Iris.thing("rule", rule), Casus.TELLS_OF_RECORD, property));
  }

  private void text(Node subject, Node property, String english) {
    add(subject, property, NodeFactory.createLiteralLang(english, "en"));
  }

  private void add(Node subject, Node property, Node value) {
    dataset.add(graph, subject, property, value);
  }
}
