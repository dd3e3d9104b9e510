package org.casus.source;

import org.casus.model.VariableRole;

/** Loads {@code theory/variable-roles.csv}. */
final class VariableRolesLoader implements TableLoader<VariableRole> {

  @Override
  public String table() {
    return "theory/variable-roles.csv";
  }

  @Override
  public VariableRole load(Cells c) {
    return new VariableRole(
        c.text("id"),
        c.text("variable"),
        c.text("theory"),
        c.text("role"),
        c.optional("level"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
