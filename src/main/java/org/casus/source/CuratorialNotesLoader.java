package org.casus.source;

import org.casus.model.CuratorialNote;

/** Loads {@code notes/curatorial-notes.csv}. */
final class CuratorialNotesLoader implements TableLoader<CuratorialNote> {

  @Override
  public String table() {
    return "notes/curatorial-notes.csv";
  }

  @Override
  public CuratorialNote load(Cells c) {
    return new CuratorialNote(
        c.text("id"),
        c.text("kind"),
        c.list("about"),
        c.text("gist"),
        c.text("reading"),
        c.articleAttestationWithoutNote());
  }
}
