package org.casus.mapping;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.model.Citation;
import org.casus.model.CuratorialNote;
import org.casus.model.EntityName;
import org.casus.model.Work;
import org.casus.ontology.Ontology;
import org.casus.vocab.Bibo;
import org.casus.vocab.Casus;
import org.casus.vocab.Cito;

/** Mappers of works, citations, curatorial notes and names. */
final class SourceMappers {

  private final Ontology ontology;
  private final Labels labels;

  SourceMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void work(Work work, ResourceWriter out) {
    out.type(ontology.classFor(Casus.SOURCE, work.kind()))
        .label(work.shortTitle())
        .string(DCTerms.title.asNode(), Optional.of(work.title()))
        .strings(Casus.AUTHOR_TEXT, work.authors())
        .strings(Casus.EDITOR_TEXT, work.editors())
        .date(DCTerms.issued.asNode(), work.issued())
        .date(Casus.COVERS_UNTIL, work.coverageEnd())
        .string(Casus.CONTAINER_TITLE, work.container())
        .string(DCTerms.publisher.asNode(), work.publisher())
        .string(Casus.PLACE_OF_PUBLICATION, work.place())
        .string(Bibo.VOLUME, work.volume())
        .string(Bibo.ISSUE, work.issue())
        .string(Bibo.PAGES, work.pages())
        .string(Bibo.DOI, work.doi())
        .string(DCTerms.language.asNode(), work.language())
        .thing(Casus.ACCESS_STATUS, "access-status", work.access())
        .text(SKOS.editorialNote.asNode(), work.note());
    work.url().ifPresent(url -> out.node(FOAF.page.asNode(), NodeFactory.createURI(url)));
  }

  void citation(Citation citation, ResourceWriter out) {
    String article = citation.attestation().source();
    out.type(Casus.CITATION)
        .label(labels.of("source", article) + " cites " + labels.of("source", citation.cited()))
        .thing(Cito.HAS_CITING_ENTITY, "source", article)
        .thing(Cito.HAS_CITED_ENTITY, "source", citation.cited())
        .strings(Casus.REFERENCE_LOCATOR, citation.references());
  }

  void curatorialNote(CuratorialNote note, ResourceWriter out) {
    out.type(Casus.CURATORIAL_NOTE)
        .label(Labels.excerpt(note.gist()))
        .thing(Casus.NOTE_KIND, "note-kind", note.kind())
        .text(Casus.GIST, Optional.of(note.gist()))
        .text(Casus.READING_TAKEN, Optional.of(note.reading()))
        .records(Casus.IS_NOTE_ON, note.about());
  }

  void name(EntityName name, ResourceWriter out) {
    String kind = name.bearer().name().toLowerCase(java.util.Locale.ROOT);
    out.type(Casus.ENTITY_NAME)
        .thing(Casus.IS_NAME_OF, kind, name.entity())
        .node(
            RDFS.label.asNode(),
            name.language()
                .map(language -> NodeFactory.createLiteralLang(name.name(), language))
                .orElseGet(() -> NodeFactory.createLiteralString(name.name())))
        .string(DCTerms.language.asNode(), name.language())
        .things(Casus.IS_USED_BY, "actor", name.usedBy())
        .thing(Casus.NAME_KIND, "name-kind", name.kind());
  }
}
