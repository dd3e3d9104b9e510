package org.casus.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casus.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"q0": {"query": tru}}     | line 1 column
          {"q0": {"query": "a",}}    | line 1 column 23
          {'q0': {}}                 | line 1 column 3
          {"q0": {"limit": NaN}}     | line 1 column
          [1, 2                      | line 1 column 6
          {"a": "\\q"}               | line 1 column
          """)
  void brokenJsonIsToldWithItsPlace(String text, String place) {
    assertThatThrownBy(() -> SentJson.read("queries", text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400))
        .hasMessageStartingWith("queries is not JSON: it breaks at " + place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{} {}", "{} x"})
  void oneValueIsWanted(String text) {
    assertThatThrownBy(() -> SentJson.read("queries", text))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("queries is not JSON");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> SentJson.read("queries", deep)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1.5", "1e999999999", "1e-999999999", "\"x\"", "null", "[]", "true"})
  void onlyWholeNumbersInRangeAreNumbers(String text) {
    assertThatThrownBy(() -> SentJson.read("limit", text).number(1))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("limit: found ");
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "'\"5\"', 5", "5.0, 5", "1e2, 100"})
  void wholeNumbersMayBeWrittenInSeveralWays(String text, int number) {
    assertThat(SentJson.read("limit", text).number(1)).isEqualTo(number);
  }

  @Test
  void hugeNumberIsRefusedAtOnceAndNotQuotedInFull() {
    String digits = "9".repeat(500_000);
    assertThatThrownBy(() -> SentJson.read("limit", digits).number(1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.sentence()).hasSizeLessThan(200));
  }

  @Test
  void placeOfAFaultIsThePathToIt() {
    SentJson batch = SentJson.read("queries", "{\"q7\": {\"properties\": [{\"pid\": 4}]}}");
    assertThatThrownBy(() -> Version02.read(batch))
        .hasMessage("queries.q7.properties[0].pid: found 4, and not a string.");
  }
}
