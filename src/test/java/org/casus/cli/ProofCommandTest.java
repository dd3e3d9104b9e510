package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code casus check} that prove the data, and {@code casus dictionary}. */
class ProofCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void coverageAndBalanceAreReportedOnStandardOutput() {
    casus("check", "--coverage", "--balance");

    assertThat(out.toString())
        .contains("statements, as speaker", "\nazerbaijan: ")
        .containsAnyOf(" passages, ", "coverage/passages.csv has no rows");
  }

  @Test
  void rowsThatDepartFromAnArticleAreToldWithTheirLine() throws IOException {
    Files.writeString(
        directory.resolve("abushov-babayev-2025.paragraphs.jsonl"),
        "{\"locator\": \"§1 ¶1\", \"section\": \"Introduction\", \"text\": \"Nothing.\"}\n");

    int status = casus("check", "--articles", directory.toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("statements/statements\\.csv:\\d+ \\[quote]: error QUOTE_ABSENT: found");
  }

  @Test
  void unusableDirectoriesAndSidesAreToldBeforeAnyWork() {
    assertThat(casus("check", "--articles", directory.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("KEY.paragraphs.jsonl");
    assertThat(casus("check", "--articles", directory.resolve("none").toString())).isEqualTo(3);
    assertThat(casus("check", "--balance", "--side", "Red Land")).isEqualTo(2);
    assertThat(err.toString()).contains("“Red Land” is no side").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void sidesCanBeChosen() {
    casus("check", "--balance", "--side", "russia", "--side", "turkey:tr");

    assertThat(out.toString()).contains("\nturkey: ").doesNotContain("\nazerbaijan: ");
  }

  @Test
  void theDictionaryIsWrittenWhereItIsAskedFor() {
    Path file = directory.resolve("dictionary.md");

    assertThat(casus("dictionary", "--output", file.toString())).isZero();

    assertThat(file).content().isEqualTo(read(ProjectCopy.original().data().resolve("README.md")));
    assertThat(err.toString()).contains("dictionary.md");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int casus(String... arguments) {
    return CasusCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
