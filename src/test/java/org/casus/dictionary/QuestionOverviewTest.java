package org.casus.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.casus.pipeline.Project;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overview of the questions. */
class QuestionOverviewTest {

  private static final Project PROJECT = ProjectCopy.original();

  @TempDir private Path directory;

  @Test
  void theCommittedFileIsUpToDate() {
    Catalogue catalogue = Catalogue.load(PROJECT.queries());
    assertThat(PROJECT.root().resolve(QuestionOverview.FILE))
        .as("run ./casus dictionary and look at what has changed")
        .content()
        .isEqualTo(new QuestionOverview(catalogue, PROJECT.queries()).markdown());
  }

  @Test
  void everyQuestionIsThereOnceAndUnderItsTheme() throws IOException {
    String overview = Files.readString(PROJECT.root().resolve(QuestionOverview.FILE));
    for (CatalogueQuery question : Catalogue.load(PROJECT.queries()).queries()) {
      String heading = "\n### " + question.name() + "\n";
      assertThat(overview).containsOnlyOnce(heading);
      String before = overview.substring(0, overview.indexOf(heading));
      assertThat(before.substring(before.lastIndexOf("\n## ")))
          .startsWith("\n## On " + question.keywords().get(0) + "\n");
    }
  }

  @Test
  void parametersAndAnExampleAreTold() throws IOException {
    String question =
        """
        #+ title: Things
        #+ question: Which things are there?
        #+ why: To begin with.
        #+ parameters:
        #+   - name: who
        #+     type: slug
        #+     kind: actor
        #+     words: [all]
        #+     default: all
        #+     description: Who has them.
        #+   - name: sort
        #+     type: string
        #+     values: [big, small]
        #+     description: Which sort.
        #+ columns:
        #+   - thing: Its IRI.
        #+   - note: A remark.
        #+ keywords: [odds, ends]
        SELECT ?thing ?note { VALUES ?who { "all" } ?thing a ?sort , ?who ; <urn:a:note> ?note } ORDER BY ?thing
        """;
    assertThat(overview(question))
        .contains(
            """
            ## On odds

            ### things

            **Which things are there?** To begin with.

            [Things](../../../queries/things.rq). Keywords: odds, ends.

            | parameter | type | default | is |
            |---|---|---|---|
            | `who` | slug of actor, or `all` | `all` | Who has them. |
            | `sort` | one of `big`, `small` | must be given | Which sort. |

            | column | is | for instance |
            |---|---|---|
            | `thing` | Its IRI. | |
            | `note` | A remark. | |
            """);

    Files.writeString(
        directory.resolve("things.expected.csv"),
        "thing,note\nhttps://w3id.org/casus/id/actor/russia,\n"
            + "https://w3id.org/casus/id/actor/armenia,a|b "
            + "word ".repeat(40)
            + "\n");
    assertThat(overview(question))
        .contains("| `thing` | Its IRI. | `actor/armenia` |")
        .containsPattern("`note` \\| A remark. \\| a\\\\\\|b (word )+… \\|");
  }

  private String overview(String question) {
    return new QuestionOverview(Catalogue.of(Map.of("things", question)), directory).markdown();
  }
}
