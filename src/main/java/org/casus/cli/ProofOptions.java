package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.casus.fidelity.Articles;
import org.casus.fidelity.FidelityCheck;
import org.casus.problem.Problems;
import org.casus.report.BalanceReport;
import org.casus.report.CoverageReport;
import org.casus.report.LabelCheck;
import org.casus.report.Side;
import org.casus.source.CuratedData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code casus check} that prove how completely and faithfully is curated. */
final class ProofOptions {

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description =
          "Also check quotes, citations, dates and originality against the texts of the articles:"
              + " a directory with a file KEY.paragraphs.jsonl for each article at hand.")
  private @Nullable Path articles;

  @Option(
      names = "--coverage",
      description = "List every passage of the articles with the records that point to it.")
  private boolean coverage;

  @Option(
      names = "--balance",
      description = "Count what is said by and about the two sides, and check contested labels.")
  private boolean balance;

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      defaultValue = Side.ARMENIAN + "," + Side.AZERBAIJANI,
      split = ",",
      description =
          "The sides of the balance: actors joined by +, a colon, and the language of their names."
              + " Given twice; as a rule ${DEFAULT-VALUE}.")
  private List<String> sides = List.of();

  /** Fails before any work is done if a directory or a side is not usable. */
  Proof read() {
    try {
      return new Proof(
          articles == null ? null : texts(articles),
          coverage,
          balance ? sides.stream().map(Side::parse).toList() : List.of());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Articles texts(Path directory) {
    Articles texts = Articles.read(directory);
    if (texts.byKey().isEmpty()) {
      throw new UsageException(
          directory + " holds no file KEY" + Articles.SUFFIX + " with the text of an article.");
    }
    return texts;
  }

  /** What was asked for. */
  record Proof(@Nullable Articles texts, boolean coverage, List<Side> sides) {

    void run(CuratedData data, Problems problems, PrintWriter out) {
      if (texts != null) {
        new FidelityCheck(data, texts).run(problems);
      }
      if (coverage) {
        new CoverageReport(data).lines().forEach(out::println);
      }
      if (!sides.isEmpty()) {
        new BalanceReport(data, sides).lines().forEach(out::println);
        new LabelCheck(data, sides).run(problems);
      }
    }
  }
}
