package org.casus.cli;

/** With which status a command ends; a public contract, so that scripts can rely on it. */
enum ExitStatus {
  /** All went well. */
  FINE(0),
  /** The sources have errors; they were told, and nothing was changed. */
  VIOLATIONS(1),
  /** The command was called in a way that it does not understand. */
  WRONG_USAGE(2),
  /** Something could not be read or written, or a port could not be had. */
  INPUT_OUTPUT_FAILED(3),
  /** A fault of Casus itself; the stack trace belongs in a report. */
  BUG(4);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
