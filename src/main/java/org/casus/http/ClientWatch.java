package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells when the client of a running request has gone away. */
@FunctionalInterface
public interface ClientWatch {

  /** Ends the watching. */
  @FunctionalInterface
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Starts watching.
   *
   * @param onGone run at most once, in another thread
   */
  Watching watch(HttpServletRequest request, Runnable onGone);
}
