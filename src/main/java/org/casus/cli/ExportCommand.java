package org.casus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.casus.problem.Problems;
import org.casus.store.OpenDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus export}. */
@Command(
    name = "export",
    description =
        "Write the dataset as N-Quads, sorted, or the links to Wikidata as CSV; the same sources give"
            + " the same bytes.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File to write; standard output by default.")
  private @Nullable Path output;

  @Option(
      names = "--links",
      description =
          "Write the links to Wikidata as CSV instead: label and IRI, identifier and IRI on Wikidata,"
              + " relation, status, confidence, evidence and day.")
  private boolean links;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    if (links) {
      return writeLinks(out);
    }
    try (OpenDataset dataset = database.open(spec.commandLine().getErr());
        InputStream quads = dataset.build().quads()) {
      if (output != null) {
        Files.copy(quads, output, StandardCopyOption.REPLACE_EXISTING);
      } else {
        new InputStreamReader(quads, StandardCharsets.UTF_8).transferTo(out);
        out.flush();
      }
    }
    return ExitStatus.FINE.code();
  }

  private int writeLinks(PrintWriter out) throws IOException {
    Problems problems = new Problems();
    Sources sources = Sources.read(problems);
    if (problems.hasErrors()) {
      ProblemReport.errors(problems, spec.commandLine().getErr());
      return ExitStatus.VIOLATIONS.code();
    }
    String csv = sources.links().csv();
    if (output != null) {
      Files.writeString(output, csv);
    } else {
      out.print(csv);
      out.flush();
    }
    return ExitStatus.FINE.code();
  }
}
