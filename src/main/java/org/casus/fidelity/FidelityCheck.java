package org.casus.fidelity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * Holds all rows to the articles at hand. A row may depart from a check if the table of exceptions
 * gives the reason; an exception that no row needs is itself a problem.
 */
public final class FidelityCheck {

  /** The table of exceptions, relative to the data directory. */
  public static final String EXCEPTIONS = "coverage/exceptions.csv";

  private final CuratedData data;
  private final Articles articles;
  private final List<RowCheck> checks;
  private final OriginalityCheck originality;

  public FidelityCheck(CuratedData data, Articles articles) {
    CitedWorks citedWorks = new CitedWorks(data);
    this.data = data;
    this.articles = articles;
    this.checks =
        List.of(new QuoteCheck(), new CitationCheck(citedWorks), new DateCheck(data, citedWorks));
    this.originality = new OriginalityCheck(data, articles);
  }

  /** Adds a problem for each departure that is not excepted and each exception not needed. */
  public void run(Problems problems) {
    Set<String> excepted = new HashSet<>();
    data.writtenRows(EXCEPTIONS)
        .forEach(row -> row.list("record").forEach(record -> excepted.add(key(row, record))));
    Set<String> needed = new HashSet<>();
    data.writtenRows()
        .forEach(
            row -> {
              Optional<Article> article = articles.article(row.source());
              for (RowCheck check : checks) {
                List<Problem> found =
                    article.stream().flatMap(text -> check.check(row, text)).toList();
                settle(row.name() + " " + check.code(), found, excepted, needed, problems);
              }
              List<Problem> shared = originality.check(row).toList();
              settle(row.name() + " " + OriginalityCheck.CODE, shared, excepted, needed, problems);
            });
    data.writtenRows(EXCEPTIONS)
        .filter(row -> articles.article(row.source()).isPresent())
        .flatMap(row -> unneeded(row, needed))
        .forEach(problems::add);
  }

  private static void settle(
      String key,
      List<Problem> found,
      Set<String> excepted,
      Set<String> needed,
      Problems problems) {
    if (!found.isEmpty() && excepted.contains(key)) {
      needed.add(key);
    } else {
      problems.addAll(found);
    }
  }

  private static Stream<Problem> unneeded(WrittenRow exception, Set<String> needed) {
    return exception.list("record").stream()
        .filter(record -> !needed.contains(key(exception, record)))
        .map(
            record ->
                Problem.error(
                    Rule.EXCEPTION_UNNEEDED,
                    exception.cell("record"),
                    record,
                    "a record that departs from the check "
                        + exception.text("check").orElse("")
                        + ", yet it passes",
                    "Remove the exception"));
  }

  private static String key(WrittenRow exception, String record) {
    return record + " " + exception.text("check").orElse("");
  }
}
