package org.casus.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.explanation.Explainer;
import org.casus.explanation.Named;
import org.casus.federation.AllowedServices;
import org.casus.query.BoundQuery;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.query.ExpectedRows;
import org.casus.query.Federation;
import org.casus.query.Parameter;
import org.casus.query.ResultRendering;
import org.casus.query.ResultTable;
import org.casus.store.OpenDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus query}. */
@Command(
    name = "query",
    description = "Ask a question of the catalogue; without a name, list the questions.",
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;
  @Mixin private FederationOptions federation;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the question.")
  private @Nullable String name;

  @Option(
      names = "--param",
      paramLabel = "KEY=VALUE",
      description = "A parameter of the question; may be given several times.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv, tsv, json or xml; ${DEFAULT-VALUE} by default.")
  private ResultRendering format = ResultRendering.TABLE;

  @Option(
      names = "--accept",
      description =
          "Save the answer to the defaults as the expected rows of the question, once you have read"
              + " it.")
  private boolean accept;

  @Option(
      names = "--sparql",
      description =
          "Do not ask: print the text of the query with the parameters in their places, for an"
              + " endpoint.")
  private boolean text;

  @Override
  public Integer call() {
    logging.apply();
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.load(Installation.project().queries());
    if (name == null) {
      catalogue.queries().forEach(query -> list(query, out));
      catalogue.federated().forEach(query -> list(query, out));
      return ExitStatus.FINE.code();
    }
    BoundQuery query = catalogue.require(name).bind(parameters);
    Optional<Federation> beyond = query.query().federation();
    if (accept && beyond.isPresent()) {
      throw new UsageException(
          "What a server of others tells is not expected by Casus; leave out --accept.");
    }
    if (beyond.filter(Federation::runsThere).isPresent()) {
      printForOthers(query, out);
      return ExitStatus.FINE.code();
    }
    if (text) {
      out.print(query.sparql());
      out.flush();
      return ExitStatus.FINE.code();
    }
    AllowedServices services = federation.services();
    if (beyond.filter(asked -> !services.has(asked.service())).isPresent()) {
      throw new UsageException(query.query().farSide().orElseThrow());
    }
    if (accept && !parameters.isEmpty()) {
      throw new UsageException("Expected rows are those of the defaults; leave out --param.");
    }
    try (OpenDataset dataset = database.open(spec.commandLine().getErr())) {
      if (accept && !database.build().isUpToDate()) {
        throw new UsageException(
            "Nothing was saved: mend the errors above, then accept the answer.");
      }
      require(query, dataset.dataset());
      services.permit(dataset.dataset().getContext());
      ResultTable answer = query.execute(dataset.dataset());
      if (accept) {
        ExpectedRows.record(
            answer, ExpectedRows.file(Installation.project().queries(), query.query().name()));
      }
      out.print(format.render(answer));
      out.flush();
    }
    return ExitStatus.FINE.code();
  }

  /** The text alone on standard output, so that it can be piped on. */
  private void printForOthers(BoundQuery query, PrintWriter out) {
    Federation beyond = query.query().federation().orElseThrow();
    out.print(query.sparql());
    out.flush();
    spec.commandLine()
        .getErr()
        .println(
            "This query is for "
                + beyond.service().page()
                + ", which asks Casus at the address that you gave.");
  }

  /** An empty answer means that there is nothing, and not that nothing could be found. */
  private static void require(BoundQuery query, DatasetGraph dataset) {
    query
        .query()
        .missingDatasets(dataset)
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    Explainer explainer = new Explainer(dataset);
    query.requireThings(
        dataset, name -> explainer.similar(name).stream().map(Named::reference).toList());
  }

  private static void list(CatalogueQuery query, PrintWriter out) {
    out.println(query.name());
    out.println("    " + query.question());
    query
        .federation()
        .ifPresent(
            beyond ->
                out.println(
                    (beyond.runsThere() ? "    runs at " : "    needs --federate ")
                        + beyond.service().word()));
    for (Parameter parameter : query.parameters()) {
      out.println(
          "    --param "
              + parameter.name()
              + "="
              + parameter.defaultValue().orElse("")
              + "    "
              + parameter.description());
    }
  }
}
