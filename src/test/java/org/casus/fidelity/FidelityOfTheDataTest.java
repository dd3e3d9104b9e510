package org.casus.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.Test;

/** The data of the project against the articles, where their texts are at hand. */
class FidelityOfTheDataTest {

  private static final Path ARTICLES =
      Path.of(System.getProperty("casus.articles", "../shared/seeds"));

  @Test
  void nothingDepartsFromTheArticles() {
    assumeTrue(
        Files.isDirectory(ARTICLES),
        () ->
            "The texts of the articles are not at hand in "
                + ARTICLES
                + ": quotes, citations, dates and originality were not checked. Name another"
                + " directory with -Dcasus.articles=DIR.");
    Project project = ProjectCopy.original();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    Articles articles = Articles.read(ARTICLES);
    assertThat(articles.byKey()).isNotEmpty();

    new FidelityCheck(data, articles).run(problems);

    assertThat(problems.sorted()).extracting(Problem::toString).isEmpty();
  }
}
