package org.casus.mapping;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;

/**
 * Mapper of links to Wikidata. Only what a curator vouches for becomes a plain triple, so that
 * nobody follows a guess for a link.
 */
final class LinkMapper {

  private static final Map<String, Node> PROPERTIES =
      Map.of(
          "same-as",
          OWL.sameAs.asNode(),
          "exact-match",
          SKOS.exactMatch.asNode(),
          "close-match",
          SKOS.closeMatch.asNode());

  private final Labels labels;
  private final Ontology ontology;

  LinkMapper(Labels labels, Ontology ontology) {
    this.labels = labels;
    this.ontology = ontology;
  }

  void link(WikidataLink link, ResourceWriter out) {
    Node entity = entity(link.entity());
    Optional<Node> item = link.qid().map(Wikidata::entity);
    out.type(Casus.WIKIDATA_LINK)
        .label(label(link.entity(), entity) + " on Wikidata: " + outcome(link))
        .node(Casus.IS_LINK_OF, entity)
        .thing(Casus.LINK_RELATION, "link-relation", link.relation())
        .thing(Casus.LINK_STATUS, "link-status", link.status())
        .thing(Casus.LINK_CONFIDENCE, "link-confidence", link.confidence())
        .text(Casus.LINK_EVIDENCE, Optional.of(link.evidence()))
        .date(Casus.CHECKED_ON, link.checkedOn());
    item.ifPresent(node -> out.node(Casus.POINTS_TO_ITEM, node));
    if (link.isVerified()) {
      link.relation()
          .map(PROPERTIES::get)
          .ifPresent(property -> out.about(entity).node(property, item.orElseThrow()));
    }
  }

  private static Node entity(String entity) {
    if (entity.startsWith(WikidataLink.TERM)) {
      return Casus.term(entity.substring(WikidataLink.TERM.length()));
    }
    int slash = entity.indexOf('/');
    return Iris.thing(entity.substring(0, slash), entity.substring(slash + 1));
  }

  private String label(String entity, Node node) {
    return ontology
        .graph()
        .find(node, RDFS.label.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .nextOptional()
        .orElseGet(
            () -> {
              int slash = entity.indexOf('/');
              return labels.of(
                  entity.substring(0, Math.max(slash, 0)), entity.substring(slash + 1));
            });
  }

  private static String outcome(WikidataLink link) {
    return link.isLink()
        ? link.qid().orElse("")
        : Labels.words(link.status()) + link.qid().map(qid -> " " + qid).orElse("");
  }
}
