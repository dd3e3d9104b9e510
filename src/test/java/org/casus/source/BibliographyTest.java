package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.model.DatePrecision;
import org.casus.model.EdtfDate;
import org.casus.model.Work;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bibliography, good and bad. */
class BibliographyTest {

  private static final String FILE = SourceReader.BIBLIOGRAPHY;

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data = DataDirectory.in(directory);
  }

  @Test
  void everyFieldIsRead() {
    data.file(
        FILE,
        """
        @incollection{mueller-doe-2013,
          author = {Müller, Harald and Doe, Jane},
          editor = {{Institute for War and Peace}},
          title = {Justice in   Conflict: {NATO} and
                   Others},
          booktitle = {A Book},
          publisher = {Press},
          address = {London},
          year = {2013},
          date = {2013-05},
          volume = {6},
          number = {4},
          pages = {114–124},
          doi = {10.1000/1},
          url = {https://example.org/a_b%20c},
          langid = {en},
          casuskind = {book-chapter},
          access = {consulted},
          coverageend = {2012-12-31},
          shorttitle = {Müller & Doe 2013},
          note = {A remark.}
        }
        """);
    assertThat(onlyWork())
        .isEqualTo(
            new Work(
                "mueller-doe-2013",
                "book-chapter",
                "Müller & Doe 2013",
                "Justice in Conflict: NATO and Others",
                List.of("Müller, Harald", "Doe, Jane"),
                List.of("Institute for War and Peace"),
                Optional.of(EdtfDate.parse("2013-05")),
                Optional.of(EdtfDate.parse("2012-12-31")),
                Optional.of("A Book"),
                Optional.of("Press"),
                Optional.of("London"),
                Optional.of("6"),
                Optional.of("4"),
                Optional.of("114–124"),
                Optional.of("10.1000/1"),
                Optional.of("https://example.org/a_b%20c"),
                Optional.of("en"),
                "consulted",
                Optional.of("A remark.")));
  }

  @Test
  void yearStandsInForTheDate() {
    data.replaced(FILE, "date = {2020}", "year = {2020}");
    assertThat(onlyWork().issued().orElseThrow().precision()).isEqualTo(DatePrecision.YEAR);
  }

  @Test
  void workWithoutADateIsAccepted() {
    data.replaced(FILE, "  date = {2020},\n", "");
    assertThat(onlyWork().issued()).isEmpty();
  }

  @Test
  void byteOrderMarkIsAccepted() {
    data.file(FILE, "\uFEFF" + DataDirectory.ONE_WORK);
    assertThat(onlyWork().key()).isEqualTo("atlas-2020");
  }

  @Test
  void entryAfterAByteOrderMarkHasItsLine() {
    data.file(FILE, "\uFEFF" + DataDirectory.ONE_WORK.replace("{book}", "{bok}"));
    assertThat(data.told()).containsExactly(told(Rule.CODE_UNKNOWN, FILE, 1, "", "bok"));
  }

  @Test
  void windowsLineEndsAreAccepted() {
    data.file(FILE, DataDirectory.ONE_WORK.replace("\n", "\r\n"));
    assertThat(onlyWork().title()).isEqualTo("An Atlas");
  }

  @Test
  void emptyBibliographyIsAccepted() {
    data.file(FILE, "");
    assertThat(data.told()).isEmpty();
  }

  @Test
  void missingFile() {
    data.without(FILE);
    assertThat(data.told()).containsExactly(told(Rule.FILE_MISSING, FILE, 0, "", ""));
  }

  @Test
  void latin1Bytes() {
    data.file(
        FILE,
        DataDirectory.ONE_WORK
            .replace("An Atlas", "Ein großer Atlas")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(data.told()).containsExactly(told(Rule.FILE_NOT_UTF8, FILE, 3, "", "byte 0xDF"));
  }

  @Test
  void unbalancedBrace() {
    data.replaced(FILE, "{An Atlas}", "{An Atlas");
    assertThat(data.told())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.rule()).isEqualTo(Rule.BIBLIOGRAPHY_MALFORMED.name());
              assertThat(told.file()).isEqualTo(FILE);
            });
    assertThat(data.problems().get(0).cure()).contains("brace");
  }

  @Test
  void missingComma() {
    data.replaced(FILE, "{An Atlas},", "{An Atlas}");
    assertThat(data.told()).containsExactly(told(Rule.BIBLIOGRAPHY_MALFORMED, FILE, 0, "", ""));
    assertThat(data.problems().get(0).expectation()).contains("line 4");
  }

  @Test
  void abbreviationThatIsNotDefined() {
    data.replaced(FILE, "{An Atlas}", "atlas");
    assertThat(data.told())
        .singleElement()
        .satisfies(told -> assertThat(told.rule()).isEqualTo(Rule.BIBLIOGRAPHY_MALFORMED.name()));
  }

  @Test
  void repeatedKey() {
    data.file(FILE, DataDirectory.ONE_WORK + "\n" + DataDirectory.ONE_WORK);
    assertThat(data.told()).containsExactly(told(Rule.KEY_REPEATED, FILE, 10, "", "atlas-2020"));
    assertThat(data.problems().get(0).expectation()).contains("line 1");
  }

  @Test
  void unknownField() {
    data.replaced(FILE, "title = {An Atlas}", "title = {An Atlas},\n  isbn = {1}");
    assertThat(data.told()).containsExactly(told(Rule.BIBLIOGRAPHY_MALFORMED, FILE, 1, "", "isbn"));
    assertThat(data.problems().get(0).expectation()).contains("shorttitle");
  }

  @Test
  void missingField() {
    data.replaced(FILE, "  access = {consulted},\n", "");
    assertThat(data.told())
        .containsExactly(told(Rule.BIBLIOGRAPHY_MALFORMED, FILE, 1, "", "atlas-2020"));
    assertThat(data.problems().get(0).expectation()).contains("“access”");
  }

  @Test
  void unknownCodes() {
    data.replaced(FILE, "{book}", "{scroll}").replaced(FILE, "{consulted}", "{browsed}");
    assertThat(data.told())
        .containsExactlyInAnyOrder(
            told(Rule.CODE_UNKNOWN, FILE, 1, "", "scroll"),
            told(Rule.CODE_UNKNOWN, FILE, 1, "", "browsed"));
  }

  @Test
  void malformedKey() {
    data.replaced(FILE, "{atlas-2020,", "{Atlas_2020,");
    assertThat(data.told())
        .containsExactly(told(Rule.BIBLIOGRAPHY_MALFORMED, FILE, 1, "", "Atlas_2020"));
  }

  @Test
  void impossibleDate() {
    data.replaced(FILE, "{2020}", "{2020-02-30}");
    assertThat(data.told()).containsExactly(told(Rule.DATE_IMPOSSIBLE, FILE, 1, "", "2020-02-30"));
  }

  @Test
  void malformedDate() {
    data.replaced(FILE, "{2020}", "{30 March 2020}");
    assertThat(data.told())
        .containsExactly(told(Rule.DATE_MALFORMED, FILE, 1, "", "30 March 2020"));
  }

  @Test
  void faultOfALaterEntryHasItsLine() {
    data.file(
        FILE,
        DataDirectory.ONE_WORK
            + "\n"
            + DataDirectory.ONE_WORK.replace("atlas-2020", "globe-2021").replace("{book}", "{x}"));
    assertThat(data.told()).containsExactly(told(Rule.CODE_UNKNOWN, FILE, 10, "", "x"));
  }

  private Work onlyWork() {
    Problems problems = new Problems();
    CuratedData read = data.read(problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(read.works()).hasSize(1);
    return read.works().get(0).value();
  }
}
