package org.casus.source;

import org.casus.model.Statement;

/** Loads {@code statements/statements.csv}. */
final class StatementsLoader implements TableLoader<Statement> {

  @Override
  public String table() {
    return "statements/statements.csv";
  }

  @Override
  public Statement load(Cells c) {
    return new Statement(
        c.text("id"),
        c.list("speakers"),
        c.list("spoken_as"),
        c.list("addressees"),
        c.date("date"),
        c.text("date_basis"),
        c.text("medium"),
        c.optional("place"),
        c.optional("event"),
        c.text("illocutionary_kind"),
        c.text("gist"),
        c.optional("quote"),
        c.list("asserts"),
        c.list("denies"),
        c.list("qualifies"),
        c.list("primary_sources"),
        c.list("relays"),
        c.articleAttestation());
  }
}
