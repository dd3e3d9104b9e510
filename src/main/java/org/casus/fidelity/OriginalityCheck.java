package org.casus.fidelity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casus.problem.Problem;
import org.casus.problem.Rule;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * The curators' own words share no run of eight or more words with an article at hand, whichever
 * article the row names. Words of names do not count.
 */
final class OriginalityCheck {

  static final String CODE = "originality";

  /** From how many words on a run counts as the article's. */
  static final int RUN = 8;

  private static final List<String> COLUMNS =
      List.of(
          "gist",
          "description",
          "outcome",
          "condition",
          "responsible_for",
          "conduct",
          "cause",
          "effect",
          "means",
          "price",
          "note",
          "reason",
          "reading",
          "antecedent",
          "consequent",
          "aim",
          "subject_matter");

  private record Spot(String article, String locator, List<String> words, int start) {}

  private final KnownNames names;
  private final Map<List<String>, List<Spot>> runs = new HashMap<>();

  OriginalityCheck(CuratedData data, Articles articles) {
    this.names = new KnownNames(data);
    for (Article article : articles.byKey().values()) {
      for (Passage passage : article.passages().values()) {
        List<String> words = Wording.words(passage.text());
        for (int i = 0; i + RUN <= words.size(); i++) {
          runs.computeIfAbsent(List.copyOf(words.subList(i, i + RUN)), run -> new ArrayList<>())
              .add(new Spot(article.key(), passage.locator(), words, i));
        }
      }
    }
  }

  Stream<Problem> check(WrittenRow row) {
    return COLUMNS.stream()
        .flatMap(column -> row.text(column).stream().flatMap(text -> check(row, column, text)));
  }

  private Stream<Problem> check(WrittenRow row, String column, String text) {
    List<String> words = Wording.words(text);
    BitSet named = names.positions(words);
    List<Problem> found = new ArrayList<>();
    int next = 0;
    while (next + RUN <= words.size()) {
      int start = next;
      next++;
      for (Spot spot : runs.getOrDefault(words.subList(start, start + RUN), List.of())) {
        int end = start + length(words, start, spot);
        if (end - start - named.get(start, end).cardinality() >= RUN) {
          found.add(problem(row, column, words.subList(start, end), spot));
          next = end;
          break;
        }
      }
    }
    return found.stream();
  }

  private static int length(List<String> words, int start, Spot spot) {
    int length = RUN;
    while (start + length < words.size()
        && spot.start + length < spot.words.size()
        && words.get(start + length).equals(spot.words.get(spot.start + length))) {
      length++;
    }
    return length;
  }

  private static Problem problem(WrittenRow row, String column, List<String> shared, Spot spot) {
    return Problem.error(
        Rule.WORDS_SHARED,
        row.cell(column),
        String.join(" ", shared),
        "fewer than " + RUN + " words in a row as " + spot.article + " has them in " + spot.locator,
        "Say it in other words");
  }
}
