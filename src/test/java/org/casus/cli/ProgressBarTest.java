package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final String TERMINAL = "casus.terminal";

  private final StringWriter written = new StringWriter();
  private final ProgressBar bar = ProgressBar.on(new PrintWriter(written), "searching");

  @AfterEach
  void forgetTheTerminal() {
    System.clearProperty(TERMINAL);
  }

  @Test
  void onATerminalOneLineIsWrittenOverAndTakenAway() {
    System.setProperty(TERMINAL, "true");

    bar.done(1, 3);
    bar.done(3, 3);
    String shown = written.toString();
    bar.end();

    assertThat(shown)
        .isEqualTo(
            "\rsearching ["
                + "#".repeat(10)
                + ".".repeat(20)
                + "] 1/3"
                + "\rsearching ["
                + "#".repeat(30)
                + "] 3/3");
    assertThat(written.toString()).doesNotContain("\n").endsWith(" \r");
  }

  @Test
  void elsewhereItIsSilent() {
    bar.done(1, 3);
    bar.end();

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void workWithoutPartsShowsNothing() {
    System.setProperty(TERMINAL, "true");

    bar.done(0, 0);

    assertThat(written.toString()).isEmpty();
  }
}
