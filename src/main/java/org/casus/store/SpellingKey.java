package org.casus.store;

import java.util.List;
import java.util.Map.Entry;

/**
 * What different spellings of one name have in common, when it was written in Latin letters out of
 * Armenian, Azerbaijani, Russian or Turkish by one usage or another: Pashinyan and Pashinian;
 * Shusha, Şuşa and, without its marks, Susa; Mammadyarov and Mamedyarov share all but a vowel.
 *
 * <p>What is the same for the key:
 *
 * <ul>
 *   <li>letters with a mark and the pairs of letters that stand for them in English: ş, s and sh; ç,
 *       c and ch; ğ, g and gh; ž, z and zh; j, dj and dzh
 *   <li>kh, k and the Azerbaijani x; q and g
 *   <li>y and i, once where they meet: Aliyev, Aliev; Yuriy, Yuri, Iurii
 *   <li>a consonant once or twice: Erdogan, Erdoggan
 * </ul>
 *
 * <p>Words of prose may come to share a key, such as <i>cash</i> and <i>cas</i>: an index therefore
 * holds the word and its key, and a word that is spelt the same counts for more.
 */
final class SpellingKey {
  /** What no word of the tokenizer begins with. */
  static final char MARK = '=';

  /** Shorter words have too little in common to be called the same. */
  private static final int SHORTEST = 4;

  /** In this order. */
  private static final List<Entry<String, String>> SAME =
      List.of(
          Entry("dzh", "j"),
          Entry("dj", "j"),
          Entry("sh", "s"),
          Entry("ch", "c"),
          Entry("zh", "z"),
          Entry("kh", "k"),
          Entry("gh", "g"),
          Entry("x", "k"),
          Entry("q", "g"),
          Entry("y", "i"));

  private SpellingKey() {}

  private static Entry<String, String> Entry(String spelling, String key) {
    return java.util.Map.entry(spelling, key);
  }
}
