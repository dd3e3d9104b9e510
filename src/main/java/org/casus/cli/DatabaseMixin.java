package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.casus.dataset.Imports;
import org.casus.pipeline.Build;
import org.casus.pipeline.Progress;
import org.casus.problem.Problems;
import org.casus.store.DatasetDirectory;
import org.casus.store.OpenDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the directory of datasets, and how a dataset in it is made or found. */
final class DatabaseMixin {

  @Option(
      names = "--database",
      paramLabel = "DIR",
      description = "Where built datasets are kept; target/database by default.")
  private @Nullable Path directory;

  Build build() {
    return new Build(
        Installation.project(),
        Imports.at(place()),
        DatasetDirectory.at(place()),
        Installation.programVersion(),
        Clock.systemUTC());
  }

  /** The directory, which need not exist yet. */
  Path place() {
    return directory == null ? Installation.project().root().resolve("target/database") : directory;
  }

  /** A line for each stage. */
  static Progress progress(PrintWriter err) {
    return (stage, summary, took) ->
        err.println(
            String.format(Locale.ROOT, "%-14s %-47s %8s", stage, summary, seconds(took))
                .stripTrailing());
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
  }

  /** Builds the dataset if it is missing or older than its sources; false if that failed. */
  boolean bringUpToDate(PrintWriter err) {
    Build build = build();
    if (build.isUpToDate()) {
      return true;
    }
    Problems problems = new Problems();
    boolean published = build.run(problems, progress(err));
    ProblemReport.errors(problems, err);
    return published;
  }

  /** Opens the current dataset for reading, building it first if need be. */
  OpenDataset open(PrintWriter err) {
    DatasetDirectory database = build().database();
    if (!bringUpToDate(err)) {
      err.println(
          database.current().isPresent()
              ? "The sources have errors; this answer is from the dataset built before."
              : "The sources have errors and no dataset was built before.");
    }
    return database
        .read()
        .orElseThrow(
            () -> new UsageException("There is no dataset to read; mend the errors above."));
  }
}
