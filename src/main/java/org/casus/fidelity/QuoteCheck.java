package org.casus.fidelity;

import java.util.List;
import java.util.stream.Stream;
import org.casus.problem.Problem;
import org.casus.problem.Rule;
import org.casus.source.WrittenRow;

/**
 * A quote stands word for word in a passage that its row names, and stands there as a quotation.
 */
final class QuoteCheck implements RowCheck {

  static final int LONGEST = 12;
  private static final String COLUMN = "quote";

  @Override
  public String code() {
    return "quote";
  }

  @Override
  public Stream<Problem> check(WrittenRow row, Article article) {
    return row.text(COLUMN).stream().flatMap(quote -> check(quote, row, article));
  }

  private static Stream<Problem> check(String quote, WrittenRow row, Article article) {
    Stream.Builder<Problem> found = Stream.builder();
    int words = Wording.words(quote).size();
    if (words > LONGEST) {
      found.add(
          Problem.error(
              Rule.QUOTE_TOO_LONG,
              row.cell(COLUMN),
              quote,
              "at most " + LONGEST + " words, yet there are " + words,
              "Shorten it to the words that matter"));
    }
    String wanted = Wording.normalised(quote);
    String places = String.join(", ", row.locators());
    List<String> passages =
        article.at(row.locators()).stream()
            .map(passage -> Wording.normalised(passage.text()))
            .toList();
    if (passages.stream().noneMatch(passage -> passage.contains(wanted))) {
      found.add(
          Problem.error(
              Rule.QUOTE_ABSENT,
              row.cell(COLUMN),
              quote,
              "words that stand in " + places + " of " + article.key(),
              "Copy the words exactly, or name the passage in which they stand"));
    } else if (passages.stream().noneMatch(passage -> Wording.quotes(passage, wanted))) {
      found.add(
          Problem.error(
              Rule.QUOTE_UNMARKED,
              row.cell(COLUMN),
              quote,
              "words that " + article.key() + " itself prints as a quotation in " + places,
              "Say it in the gist in other words and empty the cell"));
    }
    return found.build();
  }
}
