package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.casus.dataset.Imports;
import org.casus.pipeline.ReasoningBenchmark;
import org.casus.problem.Problems;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.store.Build;
import org.casus.store.OpenDataset;
import org.casus.wikidata.AnswerJournal;
import org.casus.wikidata.LinkBenchmark;
import org.casus.wikidata.Linker;
import org.casus.wikidata.WikidataSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus bench}. */
@Command(
    name = "bench",
    description =
        "Measure build, server start and questions over HTTP: median, 95th percentile, peak heap.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  /** A few tenths of a second tell little of how long the rules take. */
  private static final Duration ENOUGH_REASONING = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private LoggingMixin logging;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description =
          "Questions to be measured; by default all but those that ask a server of others. Build, start and questions on curated data"
              + " have a fresh dataset; questions on imported data sets have that of --database, if it"
              + " has them.")
  private List<String> names = List.of();

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

  @Option(
      names = "--alliances",
      description =
          "Measure instead the reasoning over the imported alliance data, beside that of Jena's rule"
              + " engine over the same data.")
  private boolean alliances;

  @Option(
      names = "--copies",
      split = ",",
      defaultValue = "1,2,5,10",
      paramLabel = "N",
      description =
          "How often the alliance data are multiplied, each copy with states of its own;"
              + " ${DEFAULT-VALUE}. A hundred copies need a heap of eleven gigabytes, better nineteen.")
  private List<Integer> copies = List.of();

  @Option(
      names = "--growth",
      hidden = true,
      description = "Of --alliances the copies alone, in this process.")
  private boolean growth;

  @Option(
      names = "--load",
      description =
          "Measure instead the load that the server bears: all questions over some"
              + " connections at once, beside a plain Fuseki over a copy of the same database. Exit status 1"
              + " when a request fails.")
  private boolean load;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "N",
      description = "For how long there is load, in all, after it has warmed up; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--connections",
      defaultValue = "1,8,64",
      split = ",",
      paramLabel = "N",
      description = "Over how many connections at once; ${DEFAULT-VALUE}.")
  private List<Integer> connections = List.of();

  @Option(
      names = "--links",
      description =
          "Measure instead recall and precision of ./casus link against the verified links, all of"
              + " which are hidden from it; needs --endpoint or --file.")
  private boolean links;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "From which score on, of 0 to 1, an item is a candidate; by default 0.75.")
  private double threshold = Linker.THRESHOLD;

  @Mixin private DatabaseMixin database;
  @Mixin private WikidataOptions wikidata;

  @Override
  public Integer call() throws IOException, InterruptedException {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    if (!names.isEmpty() && (alliances || load || links)) {
      throw new UsageException(
          "Names of questions do not go with --alliances, --load or --links, which measure no"
              + " single questions; leave out either.");
    }
    if (alliances) {
      return measureReasoning(out);
    }
    if (load) {
      return measureLoad(out);
    }
    if (links) {
      return measureLinks(out);
    }
    return measureQuestions(out);
  }

  private int measureQuestions(PrintWriter out) throws IOException, InterruptedException {
    Map<Boolean, List<CatalogueQuery>> ofImports =
        questions().stream()
            .collect(Collectors.partitioningBy(question -> !question.datasets().isEmpty()));
    List<CatalogueQuery> curated = ofImports.get(false);
    Benchmark benchmark = new Benchmark(Installation.project(), starts, rounds, out);
    // Open until the end, lest something in the way be found only when all else was measured.
    try (OpenDataset imports = imports(ofImports.get(true))) {
      DatasetGraph dataset = imports == null ? DatasetGraphZero.create() : imports.dataset();
      Map<String, String> missing = new LinkedHashMap<>();
      for (CatalogueQuery question : ofImports.get(true)) {
        question
            .missingDatasets(dataset)
            .ifPresent(sentence -> missing.put(question.name(), sentence));
      }
      if (!names.isEmpty() && !missing.isEmpty()) {
        throw new UsageException(
            missing.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n")));
      }
      benchmark.heading();
      if (!curated.isEmpty()) {
        benchmark.curated(curated);
      }
      List<CatalogueQuery> answered =
          ofImports.get(true).stream()
              .filter(question -> !missing.containsKey(question.name()))
              .toList();
      if (!answered.isEmpty()) {
        benchmark.questions(database.place(), answered);
      }
      missing.forEach((name, sentence) -> out.println(name + " was not measured. " + sentence));
    }
    return ExitStatus.FINE.code();
  }

  /**
   * The dataset with what was imported; null when nothing was, or nobody asks.
   *
   * @throws org.casus.store.StoreException when a server has it
   */
  private @Nullable OpenDataset imports(List<CatalogueQuery> questions) {
    boolean nothing =
        Imports.at(database.place()).list().isEmpty()
            && WikidataSnapshot.at(database.place()).isEmpty();
    if (questions.isEmpty() || nothing) {
      return null;
    }
    if (!database.bringUpToDate(spec.commandLine().getErr())) {
      throw new UsageException("The sources have errors; mend those above before you measure.");
    }
    return database.build().database().open().orElseThrow();
  }

  private List<CatalogueQuery> questions() {
    Catalogue catalogue = Catalogue.load(Installation.project().queries());
    if (names.isEmpty()) {
      return catalogue.queries();
    }
    List<CatalogueQuery> named = names.stream().distinct().map(catalogue::require).toList();
    for (CatalogueQuery query : named) {
      if (query.federation().isPresent()) {
        throw new UsageException(
            query.name() + " waits for a server of others, whose time is not ours; leave it out.");
      }
    }
    return named;
  }

  private int measureReasoning(PrintWriter out) throws IOException, InterruptedException {
    Problems problems = new Problems();
    ReasoningBenchmark benchmark =
        new ReasoningBenchmark(
            Installation.project(), Imports.at(database.place()), ENOUGH_REASONING, out);
    if (growth) {
      benchmark.growth(copies, problems);
    } else if (benchmark.whole(problems)) {
      // The whole has to do with the heap of a build; copies need room of their own.
      return growthInARoomyProcess();
    }
    ProblemReport.errors(problems, spec.commandLine().getErr());
    return (problems.hasErrors() ? ExitStatus.VIOLATIONS : ExitStatus.FINE).code();
  }

  private int growthInARoomyProcess() throws IOException, InterruptedException {
    ProcessBuilder process =
        new ProcessBuilder(
                Installation.project().root().resolve("casus").toString(),
                "bench",
                "--alliances",
                "--growth",
                "--copies",
                copies.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "--database",
                database.place().toString())
            .inheritIO();
    process
        .environment()
        .putIfAbsent(
            JavaProcess.OPTIONS,
            String.join(" ", JavaProcess.room(4000 + 150L * Collections.max(copies))));
    return process.start().waitFor();
  }

  private int measureLinks(PrintWriter out) {
    wikidata.require(null);
    Problems problems = new Problems();
    Sources sources = Sources.read(problems);
    if (problems.hasErrors()) {
      ProblemReport.errors(problems, spec.commandLine().getErr());
      return ExitStatus.VIOLATIONS.code();
    }
    AnswerJournal journal = WikidataOptions.journal(database);
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr(), "searching");
    Linker linker = wikidata.linker(sources, null, journal);
    List<LinkBenchmark.Row> rows = new LinkBenchmark(linker).run(threshold, bar);
    bar.end();
    LinkBenchmark.print(rows, threshold, out);
    journal.clear();
    return ExitStatus.FINE.code();
  }

  private int measureLoad(PrintWriter out) throws IOException, InterruptedException {
    database.bringUpToDate(spec.commandLine().getErr());
    Build current =
        database
            .build()
            .database()
            .current()
            .orElseThrow(() -> new UsageException("There is no dataset to serve."));
    boolean fine =
        new LoadBenchmark(
                Catalogue.load(Installation.project().queries()),
                current,
                database.place(),
                connections,
                Duration.ofSeconds(seconds),
                out)
            .run();
    return (fine ? ExitStatus.FINE : ExitStatus.VIOLATIONS).code();
  }
}
