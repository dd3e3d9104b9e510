package org.casus.source;

import java.util.List;
import java.util.Optional;
import org.casus.model.Attestation;
import org.casus.model.CuratorialNote;

/** Loads {@code notes/curatorial-notes.csv}. */
final class CuratorialNotesLoader implements TableLoader<CuratorialNote> {

  @Override
  public String table() {
    return "notes/curatorial-notes.csv";
  }

  @Override
  public CuratorialNote load(Cells c) {
    Attestation attestation =
        new Attestation(
            c.text("source"), c.list("locator"), Optional.empty(), List.of(), Optional.empty());
    return new CuratorialNote(
        c.text("id"),
        c.text("kind"),
        c.list("about"),
        c.text("gist"),
        c.text("reading"),
        attestation);
  }
}
