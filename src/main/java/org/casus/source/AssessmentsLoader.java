package org.casus.source;

import org.casus.model.Assessment;

/** Loads {@code theory/assessments.csv}. */
final class AssessmentsLoader implements TableLoader<Assessment> {

  @Override
  public String table() {
    return "theory/assessments.csv";
  }

  @Override
  public Assessment load(Cells c) {
    return new Assessment(
        c.text("id"),
        c.list("by"),
        c.list("of"),
        c.text("verdict"),
        c.text("reason"),
        c.articleAttestation());
  }
}
