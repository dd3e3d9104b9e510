package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.casus.problem.Problems;
import org.casus.query.ResultRendering;
import org.casus.query.ResultTable;
import org.casus.wikidata.AnswerJournal;
import org.casus.wikidata.Finding;
import org.casus.wikidata.LinkFile;
import org.casus.wikidata.Linker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus link}. */
@Command(
    name = "link",
    description = {
      "Look on Wikidata for things that have no link, or check the links that there are.",
      "",
      "Asks an endpoint, a reconciliation service or a file, and nothing else. Prints for each thing"
          + " the item that fits best, how well and why; what fits well enough, and nothing else"
          + " nearly as well, is a candidate. A run that was interrupted goes on where it stopped."
    },
    mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;
  @Mixin private WikidataOptions wikidata;

  @Parameters(
      arity = "0..*",
      paramLabel = "THING",
      description =
          "Only these, as kind/slug, such as actor/armenia. Without one, all without a link.")
  private List<String> things = List.of();

  @Option(
      names = "--reconcile",
      paramLabel = "URL",
      description =
          "Reconciliation service over Wikidata, such as https://wikidata.reconci.link/en/api. It"
              + " tells less than an endpoint.")
  private @Nullable String service;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "From which score on, of 0 to 1, an item is a candidate; by default 0.75.")
  private double threshold = Linker.THRESHOLD;

  @Option(
      names = "--all",
      description = "Print a line also for things for which nothing was found.")
  private boolean all;

  @Option(
      names = "--write",
      description =
          "Add candidates to data/links/wikidata-links.csv, for a curator to confirm, and a row for"
              + " what has none and was not found.")
  private boolean write;

  @Option(
      names = "--verify",
      description =
          "Check the links instead: items that are gone, were merged into others, are of another"
              + " class or contradict ours.")
  private boolean verify;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json; ${DEFAULT-VALUE} by default.")
  private ResultRendering format = ResultRendering.TABLE;

  @Override
  public Integer call() throws IOException {
    logging.apply();
    if (verify && (write || service != null)) {
      throw new UsageException(
          "--verify asks an endpoint or a file and changes nothing; leave out --write and"
              + " --reconcile.");
    }
    wikidata.require(service);
    PrintWriter err = spec.commandLine().getErr();
    Problems problems = new Problems();
    Sources sources = Sources.read(problems);
    if (problems.hasErrors()) {
      ProblemReport.errors(problems, err);
      return ExitStatus.VIOLATIONS.code();
    }
    AnswerJournal journal = WikidataOptions.journal(database);
    Linker linker = wikidata.linker(sources, service, journal);
    Set<String> named = named(linker);
    ProgressBar bar = ProgressBar.on(err, verify ? "checking" : "searching");
    List<Finding> findings;
    try {
      findings =
          verify
              ? linker.verify(named, bar)
              : linker.search(named.isEmpty() ? linker.unlinked() : named, threshold, bar);
    } finally {
      bar.end();
    }
    if (journal.reused() > 0) {
      err.println(journal.reused() + " answers are those of a run that was interrupted.");
    }
    boolean everything = all || verify || !named.isEmpty();
    print(findings.stream().filter(any -> everything || !any.qid().isEmpty()).toList());
    long without = findings.stream().filter(any -> any.qid().isEmpty()).count();
    if (!everything && without > 0) {
      err.println(without + " things bear no name that is there; --all lists them.");
    }
    if (write) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      int added =
          new LinkFile(Installation.project().data()).add(findings, linker.sourceName(), today);
      err.println(
          added
              + (added == 1 ? " row was" : " rows were")
              + " added or changed in data/links/wikidata-links.csv. Confirm each candidate, then"
              + " run ./casus check.");
    }
    journal.clear();
    return (verify && !findings.isEmpty() ? ExitStatus.VIOLATIONS : ExitStatus.FINE).code();
  }

  private Set<String> named(Linker linker) {
    for (String thing : things) {
      if (!linker.names().contains(thing)) {
        throw new UsageException(
            "There is no “"
                + thing
                + "” to link. Things are actors, offices, places, events, agreements and theories,"
                + " named as kind/slug, such as actor/armenia.");
      }
    }
    return new LinkedHashSet<>(things);
  }

  private void print(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> columns =
        List.of("thing", "label", "outcome", "item", "itemLabel", "score", "reasons");
    ResultTable table =
        new ResultTable(
            columns,
            findings.stream().map(LinkCommand::cells).toList(),
            PrefixMapping.Factory.create());
    out.print(format.render(table));
    out.flush();
  }

  private static List<@Nullable Node> cells(Finding finding) {
    return Arrays.asList(
        text(finding.entity()),
        text(finding.label()),
        text(finding.outcome()),
        text(finding.qid()),
        text(finding.itemLabel()),
        text(finding.score() < 0 ? "" : String.format(Locale.ROOT, "%.2f", finding.score())),
        text(String.join("; ", finding.reasons())));
  }

  private static @Nullable Node text(String text) {
    return text.isEmpty() ? null : NodeFactory.createLiteralString(text);
  }
}
