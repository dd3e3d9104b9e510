package org.casus.source;

import org.casus.model.Tenure;

/** Loads {@code actors/tenures.csv}. */
final class TenuresLoader implements TableLoader<Tenure> {

  @Override
  public String table() {
    return "actors/tenures.csv";
  }

  @Override
  public Tenure load(Cells c) {
    return new Tenure(
        c.text("id"),
        c.text("person"),
        c.text("office"),
        c.period("start", "end"),
        c.flag("acting"),
        c.factAttestation());
  }
}
