package org.casus.source;

import org.casus.model.ControlPeriod;

/** Loads {@code places/control-periods.csv}. */
final class ControlPeriodsLoader implements TableLoader<ControlPeriod> {

  @Override
  public String table() {
    return "places/control-periods.csv";
  }

  @Override
  public ControlPeriod load(Cells c) {
    return new ControlPeriod(
        c.text("id"),
        c.text("territory"),
        c.text("controller"),
        c.period("start", "end"),
        c.factAttestation());
  }
}
