package org.casus.source;

import org.casus.model.Agreement;

/** Loads {@code agreements/agreements.csv}. */
final class AgreementsLoader implements TableLoader<Agreement> {

  @Override
  public String table() {
    return "agreements/agreements.csv";
  }

  @Override
  public Agreement load(Cells c) {
    return new Agreement(
        c.text("id"),
        c.text("kind"),
        c.text("label"),
        c.date("signed"),
        c.optional("signed_at"),
        c.period("in_force", "ended"),
        c.optional("founds"),
        c.list("supersedes"),
        c.list("amends"),
        c.integer("atop_id"),
        c.integer("cow_id"),
        c.factAttestation());
  }
}
