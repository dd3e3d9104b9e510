package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.casus.model.Actor;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table may look like as a file. */
class TableFileTest {

  private static final String ACTORS = "actors/actors.csv";
  private static final String RUSSIA = "russia,state,Russia,,,,,single,atlas-2020,p 1,,\n";

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data = DataDirectory.in(directory);
  }

  @Test
  void headersAloneAreAccepted() {
    Problems problems = new Problems();
    CuratedData read = data.read(problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(read.tables()).hasSameSizeAs(SourceReader.tables());
    assertThat(read.tables()).allSatisfy(table -> assertThat(table.rows()).isEmpty());
    assertThat(read.works()).singleElement();
  }

  @Test
  void headerWithoutLineEndIsAccepted() {
    data.file(ACTORS, DataDirectory.header(ACTORS));
    assertThat(data.told()).isEmpty();
  }

  @Test
  void byteOrderMarkIsAccepted() {
    data.file(ACTORS, "\uFEFF" + DataDirectory.header(ACTORS) + "\n" + RUSSIA);
    assertThat(firstActor()).isEqualTo("russia");
  }

  @Test
  void windowsLineEndsAreAccepted() {
    data.file(ACTORS, (DataDirectory.header(ACTORS) + "\n" + RUSSIA).replace("\n", "\r\n"));
    assertThat(firstActor()).isEqualTo("russia");
  }

  @Test
  void oldMacLineEndsAreAccepted() {
    data.file(ACTORS, (DataDirectory.header(ACTORS) + "\n" + RUSSIA).replace('\n', '\r'));
    assertThat(firstActor()).isEqualTo("russia");
  }

  @Test
  void missingTable() {
    data.without(ACTORS);
    assertThat(data.told()).containsExactly(told(Rule.FILE_MISSING, ACTORS, 0, "", ""));
  }

  @Test
  void emptyFile() {
    data.file(ACTORS, "");
    assertThat(data.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(DataDirectory.Told.of(problem))
                  .isEqualTo(told(Rule.FILE_EMPTY, ACTORS, 0, "", ""));
              assertThat(problem.expectation()).contains(DataDirectory.header(ACTORS));
            });
  }

  @Test
  void fileWithByteOrderMarkOnly() {
    data.file(ACTORS, "\uFEFF");
    assertThat(data.told()).containsExactly(told(Rule.FILE_EMPTY, ACTORS, 0, "", ""));
  }

  @Test
  void latin1BytesAreToldWithTheirLine() {
    String rows =
        RUSSIA + "gul,person,Abdullah Gül,,,,,single,atlas-2020,p 1,,\n" + RUSSIA.repeat(3);
    data.file(
        ACTORS, (DataDirectory.header(ACTORS) + "\n" + rows).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(data.told()).containsExactly(told(Rule.FILE_NOT_UTF8, ACTORS, 3, "", "byte 0xFC"));
  }

  @Test
  void latin1ByteFarIntoTheFileIsToldWithItsLine() {
    // past the 64 KiB that are decoded at once
    String rows = RUSSIA.repeat(4_000) + "gül";
    data.file(
        ACTORS, (DataDirectory.header(ACTORS) + "\n" + rows).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(data.told())
        .containsExactly(told(Rule.FILE_NOT_UTF8, ACTORS, 4_002, "", "byte 0xFC"));
  }

  @Test
  void fileThatEndsWithinACharacter() {
    byte[] whole = (DataDirectory.header(ACTORS) + "\nü").getBytes(StandardCharsets.UTF_8);
    data.file(ACTORS, Arrays.copyOf(whole, whole.length - 1));
    assertThat(data.told()).containsExactly(told(Rule.FILE_NOT_UTF8, ACTORS, 2, "", "byte 0xC3"));
  }

  @Test
  void quotedLineBreak() {
    data.rows(ACTORS, RUSSIA + "crimea,state,\"Crimea\nand more\",,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .containsExactly(told(Rule.CELL_LINE_BREAK, ACTORS, 3, "label", "Crimea⏎and more"));
  }

  @Test
  void rowAfterAQuotedLineBreakHasTheLineThatAnEditorShows() {
    data.rows(
        ACTORS, "crimea,state,\"Crimea\nand more\",,,,,single,atlas-2020,p 1,,\n" + "short\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.CELL_LINE_BREAK, ACTORS, 2, "label", "Crimea⏎and more"),
            told(Rule.ROW_TOO_SHORT, ACTORS, 4, "", "1 cell"));
  }

  @Test
  void unclosedQuotationMark() {
    data.rows(ACTORS, "russia,state,\"Russia,,,,,single,atlas-2020,p 1,,\n" + RUSSIA);
    assertThat(data.told())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.rule()).isIn(Rule.ROW_TOO_SHORT.name(), Rule.FILE_NOT_CSV.name());
              assertThat(told.file()).isEqualTo(ACTORS);
              assertThat(told.line()).isEqualTo(2);
            });
    assertThat(data.problems().get(0).cure()).contains("quotation mark");
  }

  @Test
  void unclosedQuotationMarkFollowedByMoreThanACellMayHold() {
    data.rows(ACTORS, RUSSIA + "x,state,\"X,,,,,single,atlas-2020,p 1,,\n" + RUSSIA.repeat(2_000));
    assertThat(data.told()).containsExactly(told(Rule.CELL_TOO_LARGE, ACTORS, 2, "", ""));
    assertThat(data.problems().get(0).cure()).contains("quotation mark");
  }

  @Test
  void textAfterAClosingQuotationMark() {
    data.rows(ACTORS, RUSSIA + "x,state,\"X\"y,,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).containsExactly(told(Rule.FILE_NOT_CSV, ACTORS, 2, "", ""));
    assertThat(data.problems().get(0).cure()).contains("quotation mark");
  }

  @Test
  void cellAtTheLimitIsRead() {
    String label = "x".repeat(TableReader.LONGEST_CELL);
    data.rows(ACTORS, "x,state," + label + ",,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told()).isEmpty();
  }

  @Test
  void cellOneCharacterAboveTheLimitIsRefused() {
    String label = "x".repeat(TableReader.LONGEST_CELL + 1);
    data.rows(ACTORS, RUSSIA + "x,state," + label + ",,,,,single,atlas-2020,p 1,,\n");
    assertThat(data.told())
        .singleElement()
        .satisfies(told -> assertThat(told.rule()).isEqualTo(Rule.CELL_TOO_LARGE.name()));
  }

  @Test
  void cellOfAHundredMegabytesIsRefusedWithinLittleMemory() throws IOException {
    byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(data.path(ACTORS)), 1 << 20)) {
      out.write((DataDirectory.header(ACTORS) + "\n" + RUSSIA + "x,state,").getBytes());
      for (int i = 0; i < 100; i++) {
        out.write(piece);
      }
      out.write(",,,,,single,atlas-2020,p 1,,\n".getBytes(StandardCharsets.US_ASCII));
    }
    Problems problems = new Problems();
    long before = allocatedByThisThread();
    data.read(problems);
    assertThat(allocatedByThisThread() - before).isLessThan(50_000_000);
    assertThat(problems.sorted().stream().map(DataDirectory.Told::of))
        .containsExactly(told(Rule.CELL_TOO_LARGE, ACTORS, 2, "", ""));
  }

  private static long allocatedByThisThread() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private String firstActor() {
    Problems problems = new Problems();
    CuratedData read = data.read(problems);
    assertThat(problems.sorted()).isEmpty();
    LoadedTable actors =
        read.tables().stream()
            .filter(table -> table.metadata().table().equals(ACTORS))
            .findFirst()
            .orElseThrow();
    assertThat(actors.rows()).hasSize(1);
    assertThat(actors.rows().get(0).location().line()).isEqualTo(2);
    Actor actor = (Actor) actors.rows().get(0).value();
    assertThat(actor.attestation().note()).isEmpty();
    return actor.id();
  }

  @Test
  void aTableThatNoLoaderReadsIsTold() {
    data.file("actors/other.csv", "id\n");
    assertThat(data.told()).containsExactly(told(Rule.FILE_UNKNOWN, "actors/other.csv", 0, "", ""));
  }
}
