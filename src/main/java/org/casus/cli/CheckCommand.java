package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casus.pipeline.Assembly;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus check}. */
@Command(
    name = "check",
    description = "Check everything that a build checks, tell warnings as well, and store nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LoggingMixin logging;
  @Mixin private ProofOptions proofOptions;

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = "Also write all problems to a CSV file.")
  private @Nullable Path problemFile;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    Project project = Installation.project();
    ProofOptions.Proof proof = proofOptions.read();
    Problems problems = new Problems();
    Assembly assembly =
        Assembly.of(project, problems, DatabaseMixin.progress(spec.commandLine().getErr()));
    if (!problems.hasErrors()) {
      assembly.ask(Severity.ERROR, problems);
    }
    proof.run(assembly.data(), problems, out);
    ProblemReport.all(problems, out);
    if (problemFile != null) {
      ProblemReport.write(problems, problemFile);
    }
    return (problems.hasErrors() ? ExitStatus.VIOLATIONS : ExitStatus.FINE).code();
  }
}
