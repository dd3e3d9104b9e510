package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus bench}. */
@Command(
    name = "bench",
    description =
        "Measure build, server start and each question over HTTP: median, 95th percentile, peak"
            + " heap.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LoggingMixin logging;

  @Option(
      names = "--starts",
      defaultValue = "5",
      paramLabel = "N",
      description = "How often to build and start, each in a fresh process; ${DEFAULT-VALUE}.")
  private int starts;

  @Option(
      names = "--rounds",
      defaultValue = "200",
      paramLabel = "N",
      description = "How often to ask each question; ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    new Benchmark(Installation.project(), starts, rounds, out).run();
    return ExitStatus.FINE.code();
  }
}
