package org.casus.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.source.TableMetadata;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.Test;

/** The table group of the project; that it is CSVW is tested where the other metadata files are. */
class TableGroupTest {

  @Test
  void theCommittedFileIsUpToDate() throws IOException {
    Project project = ProjectCopy.original();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);

    assertThat(project.data().resolve(TableMetadata.GROUP))
        .as("run ./casus dictionary and look at what has changed")
        .content()
        .isEqualTo(new TableGroup(project.data(), data).json());
  }
}
