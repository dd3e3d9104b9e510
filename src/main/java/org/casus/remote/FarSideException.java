package org.casus.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server of others could not be asked, or its answer is of no use. The message is one or two
 * sentences that name it, for whoever asked: what was asked, what happened, and the cure. Never
 * means that nothing was found.
 */
public final class FarSideException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as it matters to whoever asked. */
  public enum Kind {
    /** It did not answer in time. */
    LATE,
    /** It could not be reached, failed, or gave what is no answer. */
    FAILED,
    /** Nobody waits for the answer any more. */
    STOPPED
  }

  private final Kind kind;

  FarSideException(Kind kind, URI address, String rest) {
    this(kind, address + " " + rest, (Throwable) null);
  }

  FarSideException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A failure that the asking part of the program found itself, such as too many requests. */
  public static FarSideException of(URI address, String rest) {
    return new FarSideException(Kind.FAILED, address, rest);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
