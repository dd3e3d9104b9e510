package org.casus.source;

import org.casus.model.ResearchQuestion;

/** Loads {@code theory/research-questions.csv}. */
final class ResearchQuestionsLoader implements TableLoader<ResearchQuestion> {

  @Override
  public String table() {
    return "theory/research-questions.csv";
  }

  @Override
  public ResearchQuestion load(Cells c) {
    return new ResearchQuestion(
        c.text("id"),
        c.text("gist"),
        c.list("asked_by"),
        c.optional("part_of"),
        c.list("about_actors"),
        c.optional("aim"),
        c.optional("level"),
        c.articleAttestation());
  }
}
