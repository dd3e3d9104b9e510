package org.casus.source;

import org.casus.model.Evidence;

/** Loads {@code theory/evidence.csv}. */
final class EvidenceLoader implements TableLoader<Evidence> {

  @Override
  public String table() {
    return "theory/evidence.csv";
  }

  @Override
  public Evidence load(Cells c) {
    return new Evidence(
        c.text("id"),
        c.list("on"),
        c.text("direction"),
        c.text("gist"),
        c.list("rests_on"),
        c.list("according_to"),
        c.articleAttestation());
  }
}
