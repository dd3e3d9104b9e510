package org.casus.source;

import java.util.Optional;
import org.casus.model.Participation;

/** Loads {@code agreements/participations.csv}. */
final class ParticipationsLoader implements TableLoader<Participation> {

  @Override
  public String table() {
    return "agreements/participations.csv";
  }

  @Override
  public Participation load(Cells c) {
    return new Participation(
        c.text("id"),
        c.text("agreement"),
        c.text("party"),
        c.text("role"),
        Optional.empty(),
        c.period("start", "end"),
        c.factAttestation());
  }
}
