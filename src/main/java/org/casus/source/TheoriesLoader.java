package org.casus.source;

import org.casus.model.Theory;

/** Loads {@code theory/theories.csv}. */
final class TheoriesLoader implements TableLoader<Theory> {

  @Override
  public String table() {
    return "theory/theories.csv";
  }

  @Override
  public Theory load(Cells c) {
    return new Theory(
        c.text("id"),
        c.text("label"),
        c.text("gist"),
        c.optional("subject_matter"),
        c.list("proponents"),
        c.articleAttestation());
  }
}
