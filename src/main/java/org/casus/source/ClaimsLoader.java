package org.casus.source;

import org.casus.model.Causation;
import org.casus.model.Claim;
import org.casus.model.ClaimSubject;
import org.casus.model.Commitment;
import org.casus.model.Entitlement;
import org.casus.model.Evaluation;
import org.casus.model.Prevention;
import org.casus.model.Responsibility;

/** Loads {@code statements/claims.csv}. */
final class ClaimsLoader implements TableLoader<Claim> {

  @Override
  public String table() {
    return "statements/claims.csv";
  }

  @Override
  public Claim load(Cells c) {
    return new Claim(
        c.text("id"),
        c.text("kind"),
        c.text("gist"),
        new ClaimSubject(
            c.list("about_places"),
            c.list("about_actors"),
            c.list("about_events"),
            c.list("about_agreements")),
        new Entitlement(c.list("entitled"), c.optional("object"), c.list("grounds")),
        new Responsibility(c.list("responsible"), c.optional("responsible_for")),
        new Commitment(c.list("committed"), c.list("beneficiaries"), c.optional("conduct")),
        new Causation(c.optional("cause"), c.optional("effect")),
        new Prevention(c.optional("preventability"), c.optional("means"), c.optional("price")),
        new Evaluation(c.list("evaluated"), c.optional("valence")),
        c.articleAttestation());
  }
}
