package org.casus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.testing.WrittenTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sides, Redland with its province and Blueland. */
class BalanceTest {

  private static final List<Side> SIDES =
      List.of(Side.parse("red+province:hy"), Side.parse("blue:az"));

  @Test
  void sidesFollowFromOrgansTenuresAndIntroductions() {
    WrittenTables tables =
        new WrittenTables()
            .row("actors/actors.csv", "actor", "id", "press-of-cabinet", "official_of", "cabinet")
            .row("actors/actors.csv", "actor", "id", "cabinet", "official_of", "red")
            .row("actors/offices.csv", "office", "id", "king-of-red", "of", "red")
            .row("actors/offices.csv", "office", "id", "mayor", "of", "blue")
            .row(
                "actors/tenures.csv",
                "tenure",
                "id",
                "t",
                "person",
                "ann",
                "office",
                "king-of-red");
    speak(tables, "bob", "mayor");
    speak(tables, "eve;cy", "mayor;king-of-red");
    Sides sides = new Sides(tables.data(), SIDES);

    assertThat(sides.members("red"))
        .containsExactly("ann", "cabinet", "press-of-cabinet", "province", "red");
    assertThat(sides.members("blue")).containsExactly("blue", "bob");
    assertThat(sides.of(List.of("ann", "bob"))).containsExactly("red", "blue");
    assertThat(sides.of(List.of("eve"))).containsExactly("others");
    assertThat(sides.of(List.of())).isEmpty();
  }

  @Test
  void countsRowsAndWordsOfGists() {
    WrittenTables tables = new WrittenTables();
    speak(tables, "red", "");
    claim(tables, "blue", "positive", "Three short words");
    claim(tables, "blue", "negative", "One");

    List<String> lines = new BalanceReport(tables.data(), SIDES).lines();

    assertThat(lines).anyMatch(line -> line.matches("red: province, red"));
    assertThat(lines).anyMatch(line -> line.matches("statements, as speaker +1 \\(2\\.0\\) +0 +0"));
    assertThat(lines).anyMatch(line -> line.matches("claims, as evaluated +0 +2 \\(2\\.0\\) +0"));
    assertThat(lines)
        .anyMatch(line -> line.matches("claims, as evaluated, positive +0 +1 \\(3\\.0\\) +0"));
    assertThat(lines)
        .anyMatch(line -> line.matches("gists of all tables that mention +1 \\(2\\.0\\) +0 +0"));
  }

  @ParameterizedTest
  @CsvSource({"Redtown,1", "Bluetown,1", "Redtown/Bluetown,0", "Old Town,0", "Elsewhere,0"})
  void aContestedPlaceIsNotLabelledWithOneSidesForm(String label, int problems) {
    WrittenTables tables = place(label);
    name(tables, "Redtown", "en", "red");
    name(tables, "Bluetown", "az-Latn", "");
    name(tables, "Old Town", "en", "");

    assertThat(check(tables)).hasSize(problems);
  }

  @Test
  void aPlaceWithFormsOfOneSideIsNotContested() {
    WrittenTables tables = place("Redtown");
    name(tables, "Redtown", "en", "red");
    name(tables, "Old Town", "en", "red;blue");

    assertThat(check(tables)).isEmpty();
  }

  @Test
  void aFormThatBothSidesUseIsNeutral() {
    WrittenTables tables = place("Redtown");
    name(tables, "Redtown", "hy", "");
    name(tables, "Redtown", "en", "red;blue");
    name(tables, "Bluetown", "az", "");

    assertThat(check(tables)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Red", "red+", "red:", "red:HY", "red blue"})
  void whatIsNoSideIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Side.parse(text));
  }

  private static WrittenTables place(String label) {
    return new WrittenTables().row("places/places.csv", "place", "id", "town", "label", label);
  }

  private static void name(WrittenTables tables, String name, String language, String usedBy) {
    tables.row(
        "places/place-names.csv",
        "name",
        "id",
        "n",
        "place",
        "town",
        "name",
        name,
        "language",
        language,
        "used_by",
        usedBy);
  }

  private static void speak(WrittenTables tables, String speakers, String offices) {
    tables.row(
        "statements/statements.csv",
        "statement",
        "id",
        "s",
        "speakers",
        speakers,
        "spoken_as",
        offices,
        "gist",
        "Two words");
  }

  private static void claim(WrittenTables tables, String evaluated, String valence, String gist) {
    tables.row(
        "statements/claims.csv",
        "claim",
        "id",
        "c",
        "evaluated",
        evaluated,
        "valence",
        valence,
        "gist",
        gist);
  }

  private static List<Problem> check(WrittenTables tables) {
    Problems problems = new Problems();
    new LabelCheck(tables.data(), SIDES).run(problems);
    assertThat(problems.stream()).allMatch(problem -> problem.rule().equals("LABEL_ONE_SIDED"));
    return problems.sorted();
  }
}
