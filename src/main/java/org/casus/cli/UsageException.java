package org.casus.cli;

/** The command cannot be run as it was called; the message says what to do instead. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
