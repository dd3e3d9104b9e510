package org.casus.cli;

import java.io.PrintWriter;
import org.casus.wikidata.WorkProgress;

/**
 * Shows on a terminal how far a work is, on one line that is written over. On anything else, such
 * as a file, it shows nothing. The launcher tells in the system property {@code casus.terminal}
 * whether standard error is a terminal; Java itself cannot tell in all its versions.
 */
final class ProgressBar implements WorkProgress {

  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final String work;
  private boolean shown;

  private ProgressBar(PrintWriter err, String work) {
    this.err = err;
    this.work = work;
  }

  /** A bar on standard error, or nothing where that is no terminal. */
  static ProgressBar on(PrintWriter err, String work) {
    return new ProgressBar(err, work);
  }

  @Override
  public void done(int done, int total) {
    if (!Boolean.getBoolean("casus.terminal") || total == 0) {
      return;
    }
    int filled = WIDTH * done / total;
    err.print(
        "\r"
            + work
            + " ["
            + "#".repeat(filled)
            + ".".repeat(WIDTH - filled)
            + "] "
            + done
            + "/"
            + total);
    err.flush();
    shown = true;
  }

  /** Takes the line away, so that what follows begins on a clean one. */
  void end() {
    if (shown) {
      err.print("\r" + " ".repeat(work.length() + WIDTH + 20) + "\r");
      err.flush();
      shown = false;
    }
  }
}
