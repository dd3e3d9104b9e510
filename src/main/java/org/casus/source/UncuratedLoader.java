package org.casus.source;

import org.casus.model.UncuratedPassage;

/** Loads {@code coverage/uncurated.csv}. */
final class UncuratedLoader implements TableLoader<UncuratedPassage> {

  @Override
  public String table() {
    return "coverage/uncurated.csv";
  }

  @Override
  public UncuratedPassage load(Cells c) {
    return new UncuratedPassage(c.text("id"), c.text("reason"), c.articleAttestationWithoutNote());
  }
}
