package org.casus.wikidata;

import org.jspecify.annotations.Nullable;

/**
 * A file of Wikidata's data could not be read, or an answer cannot be what was asked for. The
 * message is one or two sentences for the operator: what was asked, what happened, and the cure.
 * Never means that nothing was found.
 */
public final class WikidataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do when the far side could not be asked. */
  static final String AGAIN = "Run the command again later; what was answered is kept for a day.";

  WikidataException(String message) {
    this(message, null);
  }

  WikidataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
