package org.casus.store;

import java.util.regex.Pattern;

/**
 * What different spellings of one name have in common, when it came into Latin letters from
 * Armenian, Azerbaijani, Russian or Turkish by one usage or another: Pashinyan and Pashinian;
 * Shusha, Şuşa and, without its marks, Susa. These are the same for the key:
 *
 * <ul>
 *   <li>a letter with a mark and the two letters that stand for it in English: ş, s and sh; ç, c
 *       and ch; ğ, g and gh; ž, z and zh; Russian дж, dzh, dj and j
 *   <li>kh, k and the Azerbaijani x; g and the Azerbaijani q
 *   <li>y and i, once where they meet: Aliyev and Aliev; Yuriy, Yuri and Iurii
 *   <li>a consonant once or twice: Mammadov and Mamadov
 * </ul>
 *
 * <p>Words of prose may come to share a key, too, as <i>chase</i> and <i>case</i> do. An index
 * therefore holds each word and its key, so that what is spelt the same counts for more.
 */
final class SpellingKey {
  /** What no word of the tokenizer begins with. */
  static final String MARK = "=";

  /** Words that are shorter look too much alike. */
  private static final int SHORTEST = 4;

  private static final Pattern TWICE = Pattern.compile("([b-df-hj-np-tv-zi])\\1");

  private SpellingKey() {}

  /**
   * The key, with {@link #MARK} before it.
   *
   * @param word lower case, in Latin letters without accents
   */
  static String of(String word) {
    if (word.length() < SHORTEST) {
      return MARK + word;
    }
    String key =
        word.replace("dzh", "j")
            .replace("dj", "j")
            .replace("sh", "s")
            .replace("ch", "c")
            .replace("zh", "z")
            .replace("kh", "k")
            .replace("gh", "g")
            .replace('x', 'k')
            .replace('q', 'g')
            .replace('y', 'i');
    return MARK + TWICE.matcher(key).replaceAll("$1");
  }
}
