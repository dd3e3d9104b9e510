package org.casus.source;

import org.casus.model.Alignment;

/** Loads {@code actors/alignments.csv}. */
final class AlignmentsLoader implements TableLoader<Alignment> {

  @Override
  public String table() {
    return "actors/alignments.csv";
  }

  @Override
  public Alignment load(Cells c) {
    return new Alignment(
        c.text("id"),
        c.text("actor"),
        c.text("towards"),
        c.text("kind"),
        c.period("start", "end"),
        c.text("gist"),
        c.list("held_by"),
        c.articleAttestation());
  }
}
