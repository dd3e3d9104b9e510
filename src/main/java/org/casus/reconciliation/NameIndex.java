package org.casus.reconciliation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.casus.store.NameWord;

/**
 * The names of entities by their words. Two names are the more alike, the larger the share of their
 * words that they have in common (Dice's coefficient), where a word counts the more, the fewer
 * names have it, and a word that differs in a letter or two counts a little less.
 */
final class NameIndex {
  /** More words of a text than this are not looked at. */
  static final int MOST_WORDS = 30;

  private static final int MOST_CHARACTERS = 1_000;

  /** Shorter words differ in no letter, shorter than twice that in one at most, others in two. */
  private static final int SHORTEST_RESPELT = 5;

  private static final double INITIAL = 0.6;

  /** Less is no candidate. */
  private static final double LEAST = 0.25;

  private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");
  private static final BitSet NOWHERE = new BitSet();

  /**
   * One name.
   *
   * @param own whether it is a name of the entity; a surname alone and the words of the identifier
   *     are none, but help to find it
   */
  private record Entry(Entity entity, List<NameWord> words, boolean own) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Set<Entity>> byPlainName = new HashMap<>();
  private final Map<String, Set<Entity>> byKeys = new HashMap<>();
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Map<Character, Set<String>> wordsByLetter = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();

  NameIndex(Collection<Entity> entities) {
    for (Entity entity : entities) {
      Set<String> seen = new HashSet<>();
      for (Name name : entity.names()) {
        List<NameWord> words = NameWord.of(name.text());
        if (!words.isEmpty() && seen.add(plain(words))) {
          add(new Entry(entity, words, true));
        }
      }
      helps(entity)
          .filter(words -> !words.isEmpty())
          .forEach(words -> add(new Entry(entity, words, false)));
    }
    byWord.forEach((word, places) -> weights.put(word, rarity(places.cardinality())));
  }

  private static Stream<List<NameWord>> helps(Entity entity) {
    String slug = entity.id().substring(entity.id().indexOf('/') + 1).replace('-', ' ');
    List<NameWord> label = NameWord.of(entity.name());
    return entity.is(Types.PERSON)
        ? Stream.of(NameWord.of(slug), label.subList(Math.max(0, label.size() - 1), label.size()))
        : Stream.of(NameWord.of(slug));
  }

  private void add(Entry entry) {
    if (entry.own()) {
      byPlainName
          .computeIfAbsent(plain(entry.words()), name -> new LinkedHashSet<>())
          .add(entry.entity());
      byKeys
          .computeIfAbsent(keys(entry.words()), name -> new LinkedHashSet<>())
          .add(entry.entity());
    }
    for (NameWord word : entry.words()) {
      byWord.computeIfAbsent(word.key(), key -> new BitSet()).set(entries.size());
      wordsByLetter
          .computeIfAbsent(word.key().charAt(0), letter -> new HashSet<>())
          .add(word.key());
    }
    entries.add(entry);
  }

  /** The name without case, accents and script. */
  private static String plain(List<NameWord> words) {
    return words.stream().map(NameWord::plain).collect(Collectors.joining(" "));
  }

  /** The same for names of the same words, however spelt and in whatever order. */
  private static String keys(List<NameWord> words) {
    return words.stream().map(NameWord::key).sorted().collect(Collectors.joining(" "));
  }

  static List<NameWord> words(String text) {
    List<NameWord> words = NameWord.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    return words.subList(0, Math.min(words.size(), MOST_WORDS));
  }

  /** How many letters the name has that is compared. */
  static int letters(String text) {
    return words(text).stream().mapToInt(word -> word.plain().length()).sum();
  }

  /** The same for texts that are one name, however spelt; empty if there is no word in it. */
  static String key(String text) {
    return keys(words(text));
  }

  /** Whether an entity has a name with this {@link #key}. */
  boolean isNamed(Entity entity, String key) {
    return byKeys.getOrDefault(key, Set.of()).contains(entity);
  }

  /** The entities with a name like a text. */
  Map<Entity, Likeness> search(String text) {
    List<NameWord> words = words(text);
    Map<Entity, Likeness> found = new LinkedHashMap<>();
    if (words.isEmpty()) {
      return found;
    }
    byPlainName
        .getOrDefault(plain(words), Set.of())
        .forEach(entity -> found.put(entity, Likeness.equal(isLabel(entity, words))));
    byKeys
        .getOrDefault(keys(words), Set.of())
        .forEach(entity -> found.putIfAbsent(entity, Likeness.respelt(isLabel(entity, words))));
    List<Map<String, Double>> similar = words.stream().map(word -> similar(word.key())).toList();
    BitSet sharing = new BitSet();
    for (int place : telling(words)) {
      similar.get(place).keySet().forEach(key -> sharing.or(byWord.getOrDefault(key, NOWHERE)));
    }
    sharing.stream()
        .mapToObj(entries::get)
        .forEach(
            entry -> {
              double share = share(words, similar, entry);
              if (share >= LEAST) {
                found.merge(entry.entity(), Likeness.shared(share), Likeness::or);
              }
            });
    return found;
  }

  /**
   * The places of the words of which a name must have one at least to be {@link #LEAST} like. A
   * name that has words of the weight s only, out of a text of the weight w, has at most the share
   * 2s / (w + s).
   */
  private List<Integer> telling(List<NameWord> words) {
    List<Integer> rarestLast =
        IntStream.range(0, words.size())
            .boxed()
            .sorted(Comparator.comparingDouble(place -> weight(words.get(place).key())))
            .toList();
    double all = words.stream().mapToDouble(word -> weight(word.key())).sum();
    double common = 0;
    int left = 0;
    while (left < rarestLast.size()) {
      common += weight(words.get(rarestLast.get(left)).key());
      if (2 * common / (all + common) >= LEAST) {
        break;
      }
      left++;
    }
    return rarestLast.subList(left, rarestLast.size());
  }

  private static boolean isLabel(Entity entity, List<NameWord> words) {
    return keys(words).equals(key(entity.name()));
  }

  /** The words of names that may be meant by a word, and how like it they are. */
  private Map<String, Double> similar(String key) {
    Map<String, Double> similar = new HashMap<>();
    if (byWord.containsKey(key)) {
      similar.put(key, 1.0);
    }
    int edits = Math.min(2, key.length() / SHORTEST_RESPELT);
    if (edits > 0) {
      LevenshteinDistance distance = new LevenshteinDistance(edits);
      for (String word : wordsByLetter.getOrDefault(key.charAt(0), Set.of())) {
        int apart = distance.apply(key, word);
        if (apart > 0 && word.length() >= SHORTEST_RESPELT) {
          similar.put(word, 1 - (double) apart / Math.max(key.length(), word.length()));
        }
      }
    }
    return similar;
  }

  /** Dice's coefficient of the words of a text and of a name, weighted. */
  private double share(List<NameWord> words, List<Map<String, Double>> similar, Entry entry) {
    double all = 0;
    double common = 0;
    double[] best = new double[entry.words().size()];
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).key();
      double likest = isYearOf(word, entry.entity()) ? 1 : 0;
      for (int j = 0; j < best.length; j++) {
        double like = like(word, similar.get(i), entry.words().get(j).key());
        best[j] = Math.max(best[j], like);
        likest = Math.max(likest, like);
      }
      double weight = weight(word);
      all += weight;
      common += weight * likest;
    }
    for (int j = 0; j < best.length; j++) {
      double weight = weight(entry.words().get(j).key());
      all += weight;
      common += weight * best[j];
    }
    return common / all;
  }

  private static double like(String word, Map<String, Double> similar, String other) {
    if ((word.length() == 1 || other.length() == 1)
        && word.length() != other.length()
        && word.charAt(0) == other.charAt(0)) {
      return INITIAL;
    }
    return similar.getOrDefault(other, 0.0);
  }

  private static boolean isYearOf(String word, Entity entity) {
    return YEAR.matcher(word).matches() && entity.years().contains(word);
  }

  private double weight(String key) {
    return weights.getOrDefault(key, rarity(1));
  }

  /** Inverse document frequency. */
  private double rarity(int names) {
    return Math.log(1 + (double) entries.size() / names);
  }

  /**
   * The entities one of whose names has words that begin as those of a text, the last of which is
   * perhaps not typed to its end. Names that begin with the text come first, then the shorter ones.
   */
  List<Entity> beginningWith(String text) {
    List<NameWord> words = words(text);
    Map<Entity, Double> ranks = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.own() && hasAll(words, entry.words())) {
        String name = plain(entry.words());
        boolean begins = name.startsWith(plain(words));
        boolean label = name.equals(plain(NameWord.of(entry.entity().name())));
        double rank = (begins ? 0 : 10_000) + name.length() + (label ? 0 : 0.5);
        ranks.merge(entry.entity(), rank, Math::min);
      }
    }
    return ranks.entrySet().stream()
        .sorted(
            Map.Entry.<Entity, Double>comparingByValue()
                .thenComparing(entry -> entry.getKey().name())
                .thenComparing(entry -> entry.getKey().id()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasAll(List<NameWord> words, List<NameWord> name) {
    for (int i = 0; i < words.size(); i++) {
      NameWord word = words.get(i);
      boolean last = i == words.size() - 1;
      boolean found =
          name.stream()
              .anyMatch(
                  each ->
                      last
                          ? each.plain().startsWith(word.plain())
                              || each.key().startsWith(word.key())
                          : each.key().equals(word.key()));
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
