package org.casus.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.model.EdtfDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in English prose. */
class EnglishDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-10-10|It began on October 10, 2020.",
        "2023-02-02|It was said on 2 February 2023.",
        "2020-10-06|From October 5-7 of 2020, the 6th included: October 6.",
        "2020-10-05/2020-10-07|It lasted from 5 to 7 October 2020.",
        "2020-10-05/2020-10-07|It lasted from October 5-7, 2020.",
        "2020-09-27|Sept. 27, 2020",
        "2020-09-27|Retrieved 2020-09-27",
        "2020-09|In September 2020",
        "2013|in 2011-13",
        "2022|clashes of 2021/22",
        "2016|Interfax 2016a",
        "1990/1999|throughout the 1990s",
        "..|whatever"
      })
  void told(String date, String text) {
    assertThat(EnglishDates.tell(text, EdtfDate.parse(date))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-10-10|October 11, 2020",
        "2020-10-20|October 2020",
        "2020-10-01|October 10, 2020",
        "2020-05|It may rain in 2020.",
        "2020|pages 12020 to 20201",
        "2012|in 2011-13",
        "2020-10-10|October 10 of that year"
      })
  void notTold(String date, String text) {
    assertThat(EnglishDates.tell(text, EdtfDate.parse(date))).isFalse();
  }
}
