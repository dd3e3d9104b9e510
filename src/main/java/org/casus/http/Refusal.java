package org.casus.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not answered, with a status of RFC 9110 and one sentence for the client that
 * says what is wrong and what to do. {@link ErrorAnswer} writes it.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Duration retryAfter;

  /**
   * @param status 400 to 599
   * @param sentence safe to show: it may quote the client, and nothing of the server's inside
   */
  public Refusal(int status, String sentence) {
    this(status, sentence, null);
  }

  /**
   * A refusal of something that may be asked again later.
   *
   * @param retryAfter after how long
   */
  public Refusal(int status, String sentence, @Nullable Duration retryAfter) {
    super(sentence, null, false, false);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The status of the response. */
  public int status() {
    return status;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** When to ask again, if that may help. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
