package org.casus.source;

import org.casus.model.Interest;

/** Loads {@code theory/interests.csv}. */
final class InterestsLoader implements TableLoader<Interest> {

  @Override
  public String table() {
    return "theory/interests.csv";
  }

  @Override
  public Interest load(Cells c) {
    return new Interest(
        c.text("id"),
        c.text("actor"),
        c.text("gist"),
        c.list("held_by"),
        c.list("about"),
        c.articleAttestation());
  }
}
