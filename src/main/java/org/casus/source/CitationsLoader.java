package org.casus.source;

import org.casus.model.Citation;

/** Loads {@code citations/citations.csv}. */
final class CitationsLoader implements TableLoader<Citation> {

  @Override
  public String table() {
    return "citations/citations.csv";
  }

  @Override
  public Citation load(Cells c) {
    return new Citation(c.text("id"), c.text("cited"), c.list("reference"), c.articleAttestation());
  }
}
