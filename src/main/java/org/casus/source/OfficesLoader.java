package org.casus.source;

import org.casus.model.Office;

/** Loads {@code actors/offices.csv}. */
final class OfficesLoader implements TableLoader<Office> {

  @Override
  public String table() {
    return "actors/offices.csv";
  }

  @Override
  public Office load(Cells c) {
    return new Office(
        c.text("id"), c.text("label"), c.text("of"), c.optional("body"), c.factAttestation());
  }
}
