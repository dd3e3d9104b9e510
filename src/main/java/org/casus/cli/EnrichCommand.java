package org.casus.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.casus.problem.Problems;
import org.casus.wikidata.AnswerJournal;
import org.casus.wikidata.Enrichment;
import org.casus.wikidata.SparqlSource;
import org.casus.wikidata.WikidataSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus enrich}. */
@Command(
    name = "enrich",
    description = {
      "Fetch what Wikidata says of things with a verified link, into a graph of its own.",
      "",
      "Labels and aliases in five languages, coordinates, dates, positions held and memberships, with"
          + " qualifiers, ranks and references. Takes the place of what was fetched before, and only"
          + " once all of it has arrived; the next build puts it into the graph"
          + " dataset/wikidata-DATE. A run that was interrupted goes on where it stopped."
    },
    mixinStandardHelpOptions = true)
final class EnrichCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;
  @Mixin private WikidataOptions wikidata;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "The day of which a file tells, such as that of a dump; by default today.")
  private @Nullable LocalDate date;

  @Option(
      names = "--remove",
      description = "Take away what was fetched; the next build is without it.")
  private boolean remove;

  @Override
  public Integer call() {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (remove) {
      out.println(
          WikidataSnapshot.remove(database.place())
              ? "What was fetched from Wikidata was removed; the next ./casus build is without it."
              : "Nothing was fetched from Wikidata.");
      return ExitStatus.FINE.code();
    }
    wikidata.require(null);
    if (date != null && !wikidata.namesFile()) {
      throw new UsageException("--date goes with --file; an endpoint tells of today.");
    }
    Problems problems = new Problems();
    Sources sources = Sources.read(problems);
    if (problems.hasErrors()) {
      ProblemReport.errors(problems, err);
      return ExitStatus.VIOLATIONS.code();
    }
    AnswerJournal journal = WikidataOptions.journal(database);
    SparqlSource source = wikidata.sparql(journal);
    ProgressBar bar = ProgressBar.on(err, "fetching");
    Enrichment.Fetched fetched;
    try {
      fetched = new Enrichment(sources.data(), sources.ontology(), source).fetch(bar);
    } finally {
      bar.end();
    }
    if (journal.reused() > 0) {
      err.println(journal.reused() + " answers are those of a run that was interrupted.");
    }
    fetched.warnings().forEach(err::println);
    if (fetched.items() == 0) {
      err.println("Nothing is said of any item, and what was fetched before is kept.");
      return ExitStatus.VIOLATIONS.code();
    }
    Instant now = Clock.systemUTC().instant();
    WikidataSnapshot snapshot =
        WikidataSnapshot.store(
            database.place(),
            fetched,
            source.name(),
            date == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : date,
            now);
    journal.clear();
    out.println(
        fetched.items()
            + " items, "
            + snapshot.size()
            + " triples. The next ./casus build puts them into the graph "
            + snapshot.graph()
            + ".");
    return ExitStatus.FINE.code();
  }
}
