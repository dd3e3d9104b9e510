package org.casus.query;

import java.util.List;

/**
 * The caller asked for a query that does not exist, or gave it wrong parameters: wrong usage on the
 * command line, a bad request over HTTP. The message has one sentence per mistake, and says what
 * would be right.
 */
public final class QueryUsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryUsageException(List<String> mistakes) {
    super(String.join("\n", mistakes));
  }
}
