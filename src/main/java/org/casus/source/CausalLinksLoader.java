package org.casus.source;

import org.casus.model.CausalLink;

/** Loads {@code theory/causal-links.csv}. */
final class CausalLinksLoader implements TableLoader<CausalLink> {

  @Override
  public String table() {
    return "theory/causal-links.csv";
  }

  @Override
  public CausalLink load(Cells c) {
    return new CausalLink(
        c.text("id"),
        c.text("from_variable"),
        c.text("to_variable"),
        c.list("holders"),
        c.optional("gist"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
