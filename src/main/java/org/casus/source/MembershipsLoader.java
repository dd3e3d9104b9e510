package org.casus.source;

import org.casus.model.Membership;

/** Loads {@code actors/memberships.csv}. */
final class MembershipsLoader implements TableLoader<Membership> {

  @Override
  public String table() {
    return "actors/memberships.csv";
  }

  @Override
  public Membership load(Cells c) {
    return new Membership(
        c.text("id"),
        c.text("member"),
        c.text("organisation"),
        c.text("role"),
        c.period("start", "end"),
        c.factAttestation());
  }
}
