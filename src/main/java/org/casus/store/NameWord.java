package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A word of a name, in the two forms by which the text index compares words.
 *
 * @param plain in lower case, in Latin letters, without accents
 * @param key the same for words that only usage spells in different ways: see {@link SpellingKey}
 */
public record NameWord(String plain, String key) {
  private static final Analyzer ANALYZER = new FoldingAnalyzer();

  /** The words of a name in their order; none when it has neither letters nor digits. */
  public static List<NameWord> of(String name) {
    List<NameWord> words = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("", name)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String plain = "";
      while (tokens.incrementToken()) {
        String token = term.toString();
        if (token.startsWith(SpellingKey.MARK)) {
          words.add(new NameWord(plain, token.substring(SpellingKey.MARK.length())));
        } else {
          plain = token;
        }
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return words;
  }
}
