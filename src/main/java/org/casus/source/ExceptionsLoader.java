package org.casus.source;

import org.casus.model.FidelityException;

/** Loads {@code coverage/exceptions.csv}. */
final class ExceptionsLoader implements TableLoader<FidelityException> {

  @Override
  public String table() {
    return "coverage/exceptions.csv";
  }

  @Override
  public FidelityException load(Cells c) {
    return new FidelityException(
        c.text("id"),
        c.list("record"),
        c.text("check"),
        c.text("reason"),
        c.articleAttestationWithoutNote());
  }
}
