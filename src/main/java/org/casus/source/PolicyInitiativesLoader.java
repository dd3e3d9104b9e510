package org.casus.source;

import org.casus.model.PolicyInitiative;

/** Loads {@code theory/policy-initiatives.csv}. */
final class PolicyInitiativesLoader implements TableLoader<PolicyInitiative> {

  @Override
  public String table() {
    return "theory/policy-initiatives.csv";
  }

  @Override
  public PolicyInitiative load(Cells c) {
    return new PolicyInitiative(
        c.text("id"),
        c.text("label"),
        c.list("of"),
        c.text("gist"),
        c.list("leads_to"),
        c.period("start", "end"),
        c.articleAttestation());
  }
}
