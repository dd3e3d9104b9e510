package org.casus.source;

import org.casus.model.Passage;

/** Loads {@code coverage/passages.csv}. */
final class PassagesLoader implements TableLoader<Passage> {

  @Override
  public String table() {
    return "coverage/passages.csv";
  }

  @Override
  public Passage load(Cells c) {
    return new Passage(c.text("id"), c.text("kind"), c.text("section"), c.passageAttestation());
  }
}
