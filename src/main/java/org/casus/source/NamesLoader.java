package org.casus.source;

import org.casus.model.EntityName;

/**
 * Loads a table of names; actors, places, agreements and events have one each, so that a name can
 * only refer to what can bear it.
 *
 * @param table the table's file
 * @param bearer what bears the names
 */
record NamesLoader(String table, EntityName.Bearer bearer) implements TableLoader<EntityName> {

  @Override
  public EntityName load(Cells c) {
    return new EntityName(
        c.text("id"),
        bearer,
        c.text(bearer.name().toLowerCase(java.util.Locale.ROOT)),
        c.text("name"),
        c.optional("language"),
        c.list("used_by"),
        c.text("kind"),
        c.factAttestation());
  }
}
