package org.casus.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.explanation.Explainer;
import org.casus.explanation.Explanation;
import org.casus.explanation.ExplanationFormat;
import org.casus.explanation.Named;
import org.casus.store.OpenDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus explain}. */
@Command(
    name = "explain",
    description =
        "Say why something holds: all reasons, down to sources and quotes; and what rests on it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;

  @Parameters(
      paramLabel = "IRI",
      description =
          "What to explain: an IRI, KIND/SLUG such as bond/..., or casus:NAME for a term of the"
              + " ontology.")
  private String reference;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, json, turtle or dot; ${DEFAULT-VALUE} by default.")
  private ExplanationFormat format = ExplanationFormat.TEXT;

  @Override
  public Integer call() {
    logging.apply();
    try (OpenDataset dataset = database.open(spec.commandLine().getErr())) {
      Explainer explainer = new Explainer(dataset.dataset());
      Explanation explanation =
          explainer.explain(reference).orElseThrow(() -> unknown(explainer.similar(reference)));
      PrintWriter out = spec.commandLine().getOut();
      out.print(format.render(explanation));
      out.flush();
    }
    return ExitStatus.FINE.code();
  }

  private UsageException unknown(List<Named> similar) {
    StringBuilder message =
        new StringBuilder("Nothing in the dataset is called “").append(reference).append("”.");
    if (!similar.isEmpty()) {
      message.append(" Perhaps you mean");
      similar.forEach(
          named -> message.append("\n  ").append(named.iri()).append("  ").append(named.label()));
    }
    return new UsageException(message.toString());
  }
}
