package org.casus.fidelity;

import java.util.Set;
import java.util.stream.Stream;
import org.casus.problem.Problem;
import org.casus.problem.Rule;
import org.casus.source.WrittenRow;

/** The works that a row gives as cited by its article are cited in a passage that it names. */
final class CitationCheck implements RowCheck {

  private static final Set<String> COLUMNS_OF_WORKS = Set.of("primary_sources", "work");
  private static final String COLUMN_OF_RECORDS = "rests_on";
  private static final String SOURCE = "source/";

  private final CitedWorks citedWorks;

  CitationCheck(CitedWorks citedWorks) {
    this.citedWorks = citedWorks;
  }

  @Override
  public String code() {
    return "citation";
  }

  @Override
  public Stream<Problem> check(WrittenRow row, Article article) {
    Stream<Problem> works =
        COLUMNS_OF_WORKS.stream()
            .flatMap(
                column ->
                    row.list(column).stream().flatMap(work -> check(row, column, work, article)));
    Stream<Problem> records =
        row.list(COLUMN_OF_RECORDS).stream()
            .filter(record -> record.startsWith(SOURCE))
            .map(record -> record.substring(SOURCE.length()))
            .flatMap(work -> check(row, COLUMN_OF_RECORDS, work, article));
    return Stream.concat(works, records);
  }

  private Stream<Problem> check(WrittenRow row, String column, String work, Article article) {
    if (citedWorks.isCited(article.key(), work, row.locators())) {
      return Stream.empty();
    }
    Set<String> places = citedWorks.places(article.key(), work);
    return Stream.of(
        Problem.error(
            Rule.CITATION_ABSENT,
            row.cell(column),
            work,
            "a work that "
                + article.key()
                + " cites in "
                + String.join(", ", row.locators())
                + (places.isEmpty() ? "" : "; it stands in " + String.join(", ", places)),
            "Add the passage to the locators, correct the key, or add the citation to"
                + " citations.csv"));
  }
}
