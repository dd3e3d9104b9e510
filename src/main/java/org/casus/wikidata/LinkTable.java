package org.casus.wikidata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.casus.iri.Iris;
import org.casus.model.EdtfDate;
import org.casus.model.Labelled;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.source.CuratedData;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;

/** The curated links to Wikidata, with what they are about. */
public final class LinkTable {

  private static final List<String> COLUMNS =
      List.of(
          "label",
          "iri",
          "qid",
          "wikidata",
          "relation",
          "status",
          "confidence",
          "evidence",
          "checked_on");

  private final List<WikidataLink> rows;
  private final Map<String, String> labels = new HashMap<>();
  private final Ontology ontology;

  public LinkTable(CuratedData data, Ontology ontology) {
    this.ontology = ontology;
    this.rows =
        data.tables().stream()
            .flatMap(table -> table.rows().stream())
            .map(row -> row.value())
            .filter(WikidataLink.class::isInstance)
            .map(WikidataLink.class::cast)
            .toList();
    data.tables()
        .forEach(
            table ->
                table.rows().stream()
                    .map(row -> row.value())
                    .filter(Labelled.class::isInstance)
                    .forEach(
                        row ->
                            labels.put(
                                table.metadata().kind() + "/" + row.id(),
                                ((Labelled) row).label())));
  }

  /** All rows, those that say that nothing was found included. */
  public List<WikidataLink> rows() {
    return rows;
  }

  /** The rows that link a thing or term to an item, however surely. */
  public Stream<WikidataLink> links() {
    return rows.stream().filter(WikidataLink::isLink);
  }

  /**
   * The links as CSV (RFC 4180): label and IRI here, identifier and IRI there, relation, status,
   * confidence, evidence and day. What was not found or was rejected is no link and stays out.
   */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(COLUMNS);
      links()
          .forEach(
              link -> {
                String qid = link.qid().orElse("");
                csv.writeRecord(
                    label(link.entity()),
                    iri(link.entity()).getURI(),
                    qid,
                    Wikidata.entity(qid).getURI(),
                    link.relation().orElse(""),
                    link.status(),
                    link.confidence().orElse(""),
                    link.evidence(),
                    link.checkedOn().map(EdtfDate::text).orElse(""));
              });
    } catch (java.io.IOException e) {
      throw new IllegalStateException("a writer into memory does not fail", e);
    }
    return text.toString();
  }

  /** The IRI of a record, code or term as the table names it. */
  public static Node iri(String entity) {
    if (entity.startsWith(WikidataLink.TERM)) {
      return Casus.term(entity.substring(WikidataLink.TERM.length()));
    }
    int slash = entity.indexOf('/');
    return Iris.thing(entity.substring(0, slash), entity.substring(slash + 1));
  }

  /** The label of a record, code or term; what the table calls it if it has none. */
  public String label(String entity) {
    return Optional.ofNullable(labels.get(entity))
        .or(
            () ->
                ontology
                    .graph()
                    .find(iri(entity), RDFS.label.asNode(), Node.ANY)
                    .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                    .nextOptional())
        .orElse(entity);
  }
}
