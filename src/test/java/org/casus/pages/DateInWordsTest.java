package org.casus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateInWordsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2020-09-27, 27 September 2020, 2020-09-27, ''",
        "2020-09, September 2020, 2020-09, known to the month",
        "2020, 2020, 2020, known to the year",
        "1988~, about 1988, '', known to the year",
        "1988-02?, perhaps February 1988, '', known to the month",
        "1988-02-20%, perhaps about 20 February 1988, '', ''",
        "2020-09-27/2020-11-10, between 27 September 2020 and 10 November 2020, '', ''",
        "2014/2015-06, between 2014 and June 2015, '', ''",
        "[..2008-12-31], on or before 31 December 2008, '', ''",
        "[1993-09-24..], on or after 24 September 1993, '', ''",
        ".., still going on, '', ''",
        "2020-13, 2020-13, '', ''",
        "some day, some day, '', ''",
        "'', '', '', ''",
      })
  void isAsPreciseAsItIsKnown(String edtf, String words, String machine, String precision) {
    assertThat(DateInWords.of(edtf)).isEqualTo(new DateInWords(words, machine, precision));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-27, 27 September 2020",
    "2020-09, September 2020",
    "2020, 2020",
    "2020-09-27Z, 2020-09-27Z"
  })
  void literalsAreReadToo(String lexical, String words) {
    assertThat(DateInWords.ofLiteral(lexical).words()).isEqualTo(words);
  }
}
