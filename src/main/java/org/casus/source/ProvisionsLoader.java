package org.casus.source;

import java.util.Optional;
import org.casus.model.Provision;

/** Loads {@code agreements/provisions.csv}. */
final class ProvisionsLoader implements TableLoader<Provision> {

  @Override
  public String table() {
    return "agreements/provisions.csv";
  }

  @Override
  public Provision load(Cells c) {
    return new Provision(
        c.text("id"),
        c.text("agreement"),
        c.text("kind"),
        c.text("gist"),
        c.list("owed_by"),
        c.list("owed_to"),
        c.optional("condition"),
        c.optional("scope"),
        c.list("scope_places"),
        c.integer("stage"),
        Optional.empty(),
        c.period("start", "end"),
        c.factAttestation());
  }
}
