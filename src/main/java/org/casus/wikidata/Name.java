package org.casus.wikidata;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name in a language.
 *
 * @param text the name
 * @param language BCP 47 tag; {@code mul} on Wikidata for names of all languages; empty if unknown
 * @param preferred whether it is the label, as opposed to an alias
 */
record Name(String text, String language, boolean preferred) {

  /** Without case, diacritics, punctuation and doubled blanks. */
  String folded() {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace('ı', 'i')
            .replace('ə', 'a')
            .replace('’', '\'');
    return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /**
   * How alike two names are, from 0 to 1: the share of letters that need not be changed to make one
   * of the other. Spellings of one name in Latin letters, such as Mnatsakanyan and Mnatsakanian,
   * come out above 0.85.
   */
  double likeness(Name other) {
    String a = folded();
    String b = other.folded();
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? 0 : 1 - (double) distance(a, b) / longest;
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }

  /**
   * The names that a label of Casus stands for: labels join contested forms by a slash and add a
   * second form in parentheses.
   */
  static Set<String> forms(String label) {
    Set<String> forms = new TreeSet<>(Set.of(label));
    String plain = label.replaceAll("\\s*\\([^)]*\\)", "").strip();
    if (!plain.isEmpty()) {
      forms.add(plain);
    }
    String[] words = plain.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (words[i].contains("/")) {
        for (String form : words[i].split("/")) {
          String[] chosen = words.clone();
          chosen[i] = form;
          forms.add(String.join(" ", chosen).strip());
        }
      }
    }
    forms.removeIf(String::isEmpty);
    return forms;
  }
}
