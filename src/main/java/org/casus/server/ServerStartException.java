package org.casus.server;

import org.jspecify.annotations.Nullable;

/**
 * The server could not start for a reason that the operator can mend: a port that is taken, a
 * configuration that is wrong, a dataset that is not there. The message names it and the cure.
 */
public final class ServerStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
