package org.casus.source;

import org.casus.model.Explanandum;

/** Loads {@code theory/explananda.csv}. */
final class ExplanandaLoader implements TableLoader<Explanandum> {

  @Override
  public String table() {
    return "theory/explananda.csv";
  }

  @Override
  public Explanandum load(Cells c) {
    return new Explanandum(
        c.text("id"), c.text("label"), c.text("gist"), c.list("about"), c.articleAttestation());
  }
}
