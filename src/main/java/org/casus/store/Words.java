package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a text by their {@link SpellingKey}s.
 *
 * @param text the text
 * @param words in their order
 */
record Words(String text, List<Word> words) {

  /**
   * One word.
   *
   * @param key its key, with the mark
   * @param begin where it begins in the text
   * @param end where the text goes on
   */
  record Word(String key, int begin, int end) {}

  /** Takes a text apart as the index does. */
  static Words of(String text, Analyzer analyzer) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String token = term.toString();
        if (token.startsWith(SpellingKey.MARK)) {
          words.add(new Word(token, place.startOffset(), place.endOffset()));
        }
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Words(text, words);
  }

  int size() {
    return words.size();
  }

  /** From one word to before another. */
  Words between(int first, int last) {
    return new Words(text, words.subList(first, last));
  }

  /** The same for texts of the same words, however they are spelt. */
  String key() {
    return words.stream().map(Word::key).collect(Collectors.joining(" "));
  }

  /** The piece of the text from the first to the last word. */
  String piece() {
    return words.isEmpty()
        ? ""
        : text.substring(words.get(0).begin(), words.get(words.size() - 1).end());
  }
}
