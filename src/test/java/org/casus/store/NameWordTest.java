package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordTest {

  private static String plain(String name) {
    return NameWord.of(name).stream().map(NameWord::plain).collect(Collectors.joining(" "));
  }

  private static String keys(String name) {
    return NameWord.of(name).stream().map(NameWord::key).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "Nikol PASHINYAN, nikol pashinyan",
    "Şuşa, susa",
    "İlham Əliyev, ilham aliyev",
    "Шуша, shusha",
    "Putin's plan, putin plan",
    "'Shusha/Shushi (town)', shusha shushi town",
    "'— … !', ''",
  })
  void plainWordsHaveNoCaseAccentsAndScript(String name, String plain) {
    assertThat(plain(name)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "Pashinyan, Pashinian",
    "Shusha, Şuşa",
    "Шуша, Şuşa",
    "Aliyev, Aliev",
    "Армения, Armenia",
  })
  void keysAreTheSameForOtherSpellings(String one, String other) {
    assertThat(keys(one)).isEqualTo(keys(other)).isNotEmpty();
  }

  @Test
  void keysTellNamesApart() {
    assertThat(keys("Shusha")).isNotEqualTo(keys("Shushi"));
    assertThat(keys("Armenia")).isNotEqualTo(keys("Albania"));
  }
}
