package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casus.dataset.Dataset;
import org.casus.dataset.DatasetContent;
import org.casus.dataset.Extent;
import org.casus.dataset.Imports;
import org.casus.problem.Problems;
import org.casus.store.ImportInfo;
import org.casus.store.ImportInfo.ImportedFile;
import org.casus.wikidata.WikidataSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus import}. */
@Command(
    name = "import",
    description = {
      "Check the published files of a data set and keep a copy beside the built datasets; the next"
          + " build puts it into a graph of its own.",
      "",
      "Data sets: cow-states FILE, cow-alliances FILE, atop FILE FILE, cow-wars FILE. The states come"
          + " first, since the others refer to them. Columns that are not needed may be there or"
          + " not, in any order. A file with an error changes nothing. Fewer rows than were published are an"
          + " error, since the file may have been cut off."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;

  @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "Which data set.")
  private @Nullable String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Its files as they were published, in any order.")
  private List<Path> files = List.of();

  @Option(names = "--list", description = "Tell what was imported.")
  private boolean list;

  @Option(
      names = "--remove",
      paramLabel = "DATASET",
      description = "Take an import away; the next build is without it.")
  private @Nullable String removed;

  @Option(
      names = "--partial",
      description = "Accept files from which rows were left out; the next build is without them.")
  private boolean partial;

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = "Also write all problems to a CSV file.")
  private @Nullable Path problemFile;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    int asked = (name == null ? 0 : 1) + (list ? 1 : 0) + (removed == null ? 0 : 1);
    if (asked != 1) {
      throw new UsageException(
          "Name a data set with its files, or give --list, or --remove with a data set. Data sets: "
              + datasets()
              + ".");
    }
    Imports imports = Imports.at(database.place());
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      imports.list().forEach(info -> out.println(line(info)));
      WikidataSnapshot.at(database.place())
          .ifPresent(
              snapshot ->
                  out.println(
                      "wikidata-"
                          + snapshot.day()
                          + ", "
                          + snapshot.size()
                          + " triples; see enrich"));
    } else if (removed != null) {
      remove(imports, named(removed), out);
    } else if (name != null) {
      return add(imports, named(name), out);
    }
    return ExitStatus.FINE.code();
  }

  private int add(Imports imports, Dataset dataset, PrintWriter out) throws IOException {
    if (files.size() != dataset.numberOfFiles()) {
      throw new UsageException(
          dataset.code()
              + (dataset.numberOfFiles() == 1 ? " has one file" : " has two files")
              + ", and "
              + files.size()
              + " were named.");
    }
    long started = System.nanoTime();
    Problems problems = new Problems();
    Extent extent = partial ? Extent.PARTIAL : Extent.WHOLE;
    Optional<DatasetContent> content =
        imports.add(dataset, files, extent, Clock.systemUTC(), problems);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    ProblemReport.all(problems, out);
    if (problemFile != null) {
      ProblemReport.write(problems, problemFile);
    }
    if (content.isEmpty()) {
      out.println("Nothing was imported.");
      return ExitStatus.VIOLATIONS.code();
    }
    out.println(summary(dataset, imports, content.get()) + ", " + DatabaseMixin.seconds(took));
    out.println("The next ./casus build puts it into the graph " + dataset.graph() + ".");
    return ExitStatus.FINE.code();
  }

  private static String summary(Dataset dataset, Imports imports, DatasetContent content) {
    long rows =
        imports.list().stream()
            .filter(info -> info.key().equals(dataset.key()))
            .flatMap(info -> info.files().stream())
            .mapToLong(ImportedFile::rows)
            .sum();
    StringBuilder text = new StringBuilder();
    text.append(dataset.key()).append(": ").append(rows).append(" rows");
    count(text, content, "actor", "actors");
    count(text, content, "system-membership", "system memberships");
    count(text, content, "agreement", "agreements");
    count(text, content, "participation", "memberships");
    count(text, content, "provision", "provisions");
    count(text, content, "event", "wars");
    count(text, content, "event-participation", "parts in them");
    return text.append(", until ").append(dataset.coverageEnd()).toString();
  }

  private static void count(StringBuilder text, DatasetContent content, String kind, String words) {
    int count = content.count(kind);
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(words);
    }
  }

  private static void remove(Imports imports, Dataset dataset, PrintWriter out) {
    if (dataset == Dataset.COW_STATES) {
      String others =
          imports.list().stream()
              .map(ImportInfo::dataset)
              .filter(code -> !code.equals(Dataset.COW_STATES.code()))
              .collect(Collectors.joining(", "));
      if (!others.isEmpty()) {
        throw new UsageException(
            "The list of states is needed by " + others + "; remove what needs it first.");
      }
    }
    out.println(
        imports.remove(dataset)
            ? dataset.key() + " was removed; the next ./casus build is without it."
            : dataset.key() + " was not imported.");
  }

  private static String line(ImportInfo info) {
    return info.key()
        + ", imported "
        + info.created()
        + info.files().stream()
            .map(
                file ->
                    String.format(
                        Locale.ROOT,
                        "%n  %s, %d rows, sha256 %s",
                        file.name(),
                        file.rows(),
                        file.sha256()))
            .collect(Collectors.joining());
  }

  private static Dataset named(String name) {
    return Dataset.named(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no data set “" + name + "”. Data sets: " + datasets() + "."));
  }

  private static String datasets() {
    return Arrays.stream(Dataset.values()).map(Dataset::code).collect(Collectors.joining(", "));
  }
}
