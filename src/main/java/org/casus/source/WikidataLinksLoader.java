package org.casus.source;

import org.casus.model.WikidataLink;

/** Loads {@code links/wikidata-links.csv}. */
final class WikidataLinksLoader implements TableLoader<WikidataLink> {

  @Override
  public String table() {
    return SourceReader.WIKIDATA_LINKS;
  }

  @Override
  public WikidataLink load(Cells c) {
    return new WikidataLink(
        c.text("id"),
        c.text("entity"),
        c.optional("relation"),
        c.optional("qid"),
        c.text("status"),
        c.optional("confidence"),
        c.text("evidence"),
        c.date("checked_on"),
        c.linkAttestation());
  }
}
