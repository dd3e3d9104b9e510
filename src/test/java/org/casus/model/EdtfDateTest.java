package org.casus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

  @ParameterizedTest
  @CsvSource({
    "2020-09-27, DAY, 2020-09-27, 2020-09-27, false",
    "2020-02, MONTH, 2020-02-01, 2020-02-29, false",
    "2021-02, MONTH, 2021-02-01, 2021-02-28, false",
    "2020, YEAR, 2020-01-01, 2020-12-31, false",
    "2020-11?, MONTH, 2020-11-01, 2020-11-30, true",
    "1992~, YEAR, 1992-01-01, 1992-12-31, true",
    "2020-11-10%, DAY, 2020-11-10, 2020-11-10, true",
    "2020-09-27/2020-11-10, INTERVAL, 2020-09-27, 2020-11-10, false",
    "1991/1994-05, INTERVAL, 1991-01-01, 1994-05-31, false",
    "1991?/1994, INTERVAL, 1991-01-01, 1994-12-31, true",
    "1991/1994~, INTERVAL, 1991-01-01, 1994-12-31, true",
    "2020/2020-01, INTERVAL, 2020-01-01, 2020-01-31, false",
    "2020-02-29, DAY, 2020-02-29, 2020-02-29, false"
  })
  void isReadWithItsPrecision(
      String text, DatePrecision precision, LocalDate first, LocalDate last, boolean approximate) {
    EdtfDate date = EdtfDate.parse(text);
    assertThat(date.text()).isEqualTo(text);
    assertThat(date.precision()).isEqualTo(precision);
    assertThat(date.firstDay()).hasValue(first);
    assertThat(date.lastDay()).hasValue(last);
    assertThat(date.approximate()).isEqualTo(approximate);
  }

  @Test
  void openEndHasNoDays() {
    assertThat(EdtfDate.parse("..")).isSameAs(EdtfDate.OPEN);
    assertThat(EdtfDate.OPEN.firstDay()).isEmpty();
    assertThat(EdtfDate.OPEN.lastDay()).isEmpty();
    assertThat(EdtfDate.OPEN.precision()).isEqualTo(DatePrecision.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2020-02-30", "2021-02-29", "2020-13", "2020-00", "2020-11-10/2020-11-09"})
  void impossibleDates(String text) {
    assertThatThrownBy(() -> EdtfDate.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20",
        "20200927",
        "2020-9-27",
        "27.09.2020",
        "2020-09-27T00:00",
        "2020-21-",
        "202X",
        "2020-XX",
        "-2020",
        "Y12020",
        "2020??",
        "?2020",
        "2020/..",
        "../2020",
        "/",
        "2020/2021/2022",
        "٢٠٢٠",
        " 2020",
        "2020 "
      })
  void malformedDates(String text) {
    assertThatThrownBy(() -> EdtfDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020-09-27");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-11, 2020-11-10, true",
    "2020-11-10, 2020-11-10, false",
    "2020-11-10, 2020-11, false",
    "2020-12, 2020-11-30, true",
    "2020, 2020-01-01, false",
    "2021, 2020, true",
    "2020, 2021, false",
    ".., 2020, false",
    "2020, .., false"
  })
  void isAfterWhenNoDayIsShared(String date, String other, boolean after) {
    assertThat(EdtfDate.parse(date).isAfter(EdtfDate.parse(other))).isEqualTo(after);
  }

  @Test
  void precisionsHaveTheCodesOfTheOntology() {
    assertThat(DatePrecision.values())
        .extracting(DatePrecision::code)
        .containsExactly("day", "month", "year", "interval", "one-sided", "open");
  }
}
