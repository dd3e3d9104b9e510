package org.casus.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.iri.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
  private static final Entity SHUSHA =
      entity(
          "place/shusha", "Place", Set.of(), "Shusha/Shushi", "Shusha", "Shushi", "Şuşa", "Шуша");
  private static final Entity ARMENIA =
      entity("actor/armenia", "State", Set.of(), "Armenia", "Republic of Armenia", "RA");
  private static final Entity AZERBAIJAN =
      entity("actor/azerbaijan", "State", Set.of(), "Azerbaijan", "Republic of Azerbaijan");
  private static final Entity PASHINYAN =
      entity("actor/nikol-pashinyan", "Person", Set.of(), "Nikol Pashinyan", "N. V. Pashinyan");
  private static final Entity TEAM =
      entity("actor/team", "Collective", Set.of(), "Political team of Nikol Pashinyan");
  private static final Entity TREATY_1997 =
      entity(
          "agreement/russia-armenia-treaty-1997",
          "Treaty",
          Set.of("1997"),
          "Treaty of Friendship with the Republic of Armenia");
  private static final Entity TREATY_1991 =
      entity(
          "agreement/friendship-treaty",
          "Treaty",
          Set.of("1991"),
          "Treaty of Friendship with the Russian Federation");

  private final NameIndex index =
      new NameIndex(
          List.of(SHUSHA, ARMENIA, AZERBAIJAN, PASHINYAN, TEAM, TREATY_1997, TREATY_1991));

  private static Entity entity(String id, String type, Set<String> years, String... names) {
    return new Entity(
        Iris.thing(id.substring(0, id.indexOf('/')), id.substring(id.indexOf('/') + 1)),
        id,
        names[0],
        "",
        List.of(new EntityType(type, type, "", List.of())),
        Arrays.stream(names).map(name -> new Name(name, "")).toList(),
        years);
  }

  @ParameterizedTest
  @CsvSource({
    "ARMENIA, actor/armenia, 1.0, true",
    "Republic of Armenia, actor/armenia, 1.0, true",
    "Армения, actor/armenia, 0.95, true",
    "susa, place/shusha, 1.0, true",
    "Shushi, place/shusha, 1.0, true",
    "'Pashinyan, Nikol', actor/nikol-pashinyan, 0.95, true",
    "Nikol Pashinian, actor/nikol-pashinyan, 0.95, true",
    "Pashinian, actor/nikol-pashinyan, 0.9, false",
  })
  void namesAreTheSameInAnyScriptSpellingAndOrder(
      String text, String id, double value, boolean same) {
    Map.Entry<Entity, Likeness> best = best(text);
    assertThat(best.getKey().id()).isEqualTo(id);
    assertThat(best.getValue().value()).isEqualTo(value);
    assertThat(best.getValue().same()).isEqualTo(same);
  }

  private Map.Entry<Entity, Likeness> best(String text) {
    return index.search(text).entrySet().stream()
        .max(Map.Entry.comparingByValue((one, two) -> Double.compare(one.value(), two.value())))
        .orElseThrow();
  }

  @Test
  void labelIsToldFromOtherNames() {
    assertThat(index.search("Armenia").get(ARMENIA).label()).isTrue();
    assertThat(index.search("Republic of Armenia").get(ARMENIA).label()).isFalse();
  }

  @Test
  void rareWordsCountForMore() {
    Map<Entity, Likeness> found = index.search("Republic of Azerbaidan");
    assertThat(found.get(AZERBAIJAN).value()).isGreaterThan(0.7);
    assertThat(found.get(AZERBAIJAN).value()).isGreaterThan(found.get(ARMENIA).value());
    assertThat(found.get(AZERBAIJAN).same()).isFalse();
  }

  @Test
  void yearOfAThingMayStandInAText() {
    Map<Entity, Likeness> found = index.search("Treaty of Friendship 1997");
    assertThat(found.get(TREATY_1997).value()).isGreaterThan(found.get(TREATY_1991).value());
    assertThat(found.get(TREATY_1997).value()).isLessThanOrEqualTo(0.9);
  }

  @Test
  void wordsOfTheIdentifierHelpButAreNoName() {
    Likeness likeness = index.search("Russia Armenia treaty 1997").get(TREATY_1997);
    assertThat(likeness.value()).isEqualTo(0.9);
    assertThat(likeness.same()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Paraguay", "so on", "'!'", "''"})
  void whatIsNotThereIsNotFound(String text) {
    assertThat(index.search(text)).isEmpty();
  }

  @Test
  void longTextIsCut() {
    String text = "Republic of Armenia " + "and so on ".repeat(10_000);
    assertThat(NameIndex.words(text)).hasSize(NameIndex.MOST_WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "arm, actor/armenia",
    "republic of a, actor/armenia",
    "nikol pash, actor/nikol-pashinyan",
    "pashini, actor/nikol-pashinyan",
    "шуш, place/shusha",
  })
  void namesAreFoundByTheirBeginning(String typed, String id) {
    assertThat(index.beginningWith(typed)).first().extracting(Entity::id).isEqualTo(id);
  }

  @Test
  void beginningsOfOtherWordsAreNotEnough() {
    assertThat(index.beginningWith("menia")).isEmpty();
    assertThat(index.beginningWith("arm republic")).isEmpty();
  }

  @Test
  void findingsDoNotDependOnTheOrderOfEntities() {
    NameIndex other =
        new NameIndex(
            List.of(TREATY_1991, TREATY_1997, TEAM, PASHINYAN, AZERBAIJAN, ARMENIA, SHUSHA));
    Stream.of("Treaty of Friendship 1997", "Republic", "Nikol")
        .forEach(text -> assertThat(other.search(text)).isEqualTo(index.search(text)));
  }
}
