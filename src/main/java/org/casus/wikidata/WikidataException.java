package org.casus.wikidata;

import org.jspecify.annotations.Nullable;

/**
 * The far side, or a file in its place, could not be asked or read. The message is one or two
 * sentences for the operator: what was asked, what happened, and the cure. Never means that nothing
 * was found.
 */
public final class WikidataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WikidataException(String message) {
    this(message, null);
  }

  WikidataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
