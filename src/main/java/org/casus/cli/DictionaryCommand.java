package org.casus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.dictionary.DataDictionary;
import org.casus.dictionary.QuestionOverview;
import org.casus.dictionary.TableGroup;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.query.Catalogue;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.source.TableMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus dictionary}. */
@Command(
    name = "dictionary",
    description =
        "Write the data dictionary from the metadata of the tables and the ontology, the CSVW table"
            + " group from the metadata alone, and the overview of the questions from their headers"
            + " and expected rows. Writes nothing if they have errors.",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LoggingMixin logging;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the data dictionary alone, and into this file; by default it is data/README.md of"
              + " the project, the table group data/csv-metadata.json, and the overview"
              + " src/site/markdown/questions.md.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    Project project = Installation.project();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    if (problems.hasErrors()) {
      ProblemReport.errors(problems, spec.commandLine().getOut());
      return ExitStatus.VIOLATIONS.code();
    }
    DataDictionary dictionary =
        new DataDictionary(data, ontology, GraphMapping.map(data, ontology).dataset());
    if (output != null) {
      write(output, dictionary.markdown());
      return ExitStatus.FINE.code();
    }
    Catalogue catalogue = Catalogue.load(project.queries());
    write(project.data().resolve(DataDictionary.FILE), dictionary.markdown());
    write(project.data().resolve(TableMetadata.GROUP), new TableGroup(project.data(), data).json());
    write(
        project.root().resolve(QuestionOverview.FILE),
        new QuestionOverview(catalogue, project.queries()).markdown());
    return ExitStatus.FINE.code();
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    spec.commandLine().getErr().println("written " + file);
  }
}
