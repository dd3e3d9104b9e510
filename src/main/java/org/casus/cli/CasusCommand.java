package org.casus.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.casus.query.CatalogueException;
import org.casus.query.QueryUsageException;
import org.casus.remote.FarSideException;
import org.casus.server.ServerStartException;
import org.casus.store.StoreException;
import org.casus.wikidata.WikidataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code casus} and what its subcommands have in common: statuses and error messages.
 */
@Command(
    name = "casus",
    description =
        "A knowledge graph on why the 44-day Nagorno-Karabakh war of 2020 broke out and why Russia"
            + " stayed impartial.",
    mixinStandardHelpOptions = true,
    versionProvider = Installation.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 fine, 1 violations found, 2 wrong usage, 3 input or output failed, 4 a bug in"
          + " Casus."
    },
    subcommands = {
      ServeCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      QueryCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      LinkCommand.class,
      EnrichCommand.class,
      DictionaryCommand.class,
      BenchCommand.class
    })
public final class CasusCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and returns its exit status; never throws. */
  public static int run(String... arguments) {
    return run(
        new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
        arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new CasusCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> told(e, line))
        .setParameterExceptionHandler(CasusCommand::wrongUsage)
        .execute(arguments);
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
    line.getErr().println("Try “" + line.getCommandSpec().qualifiedName() + " --help”.");
    return ExitStatus.WRONG_USAGE.code();
  }

  private static int told(Exception e, CommandLine line) {
    if (e instanceof QueryUsageException || e instanceof UsageException) {
      line.getErr().println(e.getMessage());
      return ExitStatus.WRONG_USAGE.code();
    }
    if (e instanceof StoreException
        || e instanceof ServerStartException
        || e instanceof WikidataException
        || e instanceof FarSideException
        || e instanceof CatalogueException) {
      line.getErr().println(e.getMessage());
      return ExitStatus.INPUT_OUTPUT_FAILED.code();
    }
    if (e instanceof UncheckedIOException || e instanceof java.io.IOException) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      line.getErr()
          .println(
              cause instanceof FileSystemException
                  ? "Cannot read or write " + cause.getMessage() + "."
                  : "Input or output failed: " + cause.getMessage());
      return ExitStatus.INPUT_OUTPUT_FAILED.code();
    }
    line.getErr().println("This is a bug in Casus; please report it with the lines below.");
    e.printStackTrace(line.getErr());
    return ExitStatus.BUG.code();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
