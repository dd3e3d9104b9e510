package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.problem.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus build}. */
@Command(
    name = "build",
    description =
        "Build the dataset from data/, ontology/ and queries/ and make it the served one.",
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = "Also write all problems, warnings included, to a CSV file.")
  private @Nullable Path problemFile;

  @Option(names = "--peak-heap", hidden = true, description = "Tell the peak use of the heap.")
  private boolean peakHeap;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    PrintWriter err = spec.commandLine().getErr();
    Problems problems = new Problems();
    boolean published = database.build().run(problems, DatabaseMixin.progress(err));
    ProblemReport.errors(problems, err);
    if (problemFile != null) {
      ProblemReport.write(problems, problemFile);
    }
    if (!published) {
      err.println("Nothing was changed; a dataset built before is still served.");
    }
    if (peakHeap) {
      err.println(Benchmark.peakHeap());
    }
    return (published ? ExitStatus.FINE : ExitStatus.VIOLATIONS).code();
  }
}
