package org.casus.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jena.shared.JenaException;
import org.casus.remote.FarSideException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks over HTTP, one request after the other: not faster than agreed, again after a pause where
 * that may help, and not again where it does not. An answer counts once it has arrived whole and
 * could be read; one that breaks off is asked for again.
 *
 * <p>Safe for many threads, which wait for each other.
 */
public final class CourteousClient {
  private static final Logger LOG = LoggerFactory.getLogger(CourteousClient.class);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final int LONGEST_EXCERPT = 160;
  private static final long LARGEST_ANSWER = 100_000_000;
  private static final long BETWEEN_LOOKS_MS = 50;

  /**
   * Makes sense of an answer.
   *
   * @param <T> what it means
   */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * @throws JenaException if the answer is not what was asked for
     */
    T read(byte[] answer);
  }

  private final Courtesy courtesy;
  private final Pause pause;
  private final String advice;
  private final HttpClient client;
  private final ReentrantLock turn = new ReentrantLock(true);
  private long lastRequest;
  private boolean asked;

  /**
   * @param advice a sentence for those whom a failure is told: what to do then
   */
  public CourteousClient(Courtesy courtesy, Pause pause, String advice) {
    this.courtesy = courtesy;
    this.pause = pause;
    this.advice = advice;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(courtesy.timeout())
            .build();
  }

  /**
   * Sends a form and reads the answer.
   *
   * @throws FarSideException if there is no answer that can be used
   */
  public <T> T post(URI address, Map<String, String> form, String accept, Reader<T> reader) {
    return post(address, form, accept, reader, () -> false);
  }

  /**
   * The same for somebody who may go away before there is an answer.
   *
   * @param gone whether nobody waits any more; looked at every now and then
   * @throws FarSideException if there is no answer that can be used
   */
  public <T> T post(
      URI address,
      Map<String, String> form,
      String accept,
      Reader<T> reader,
      BooleanSupplier gone) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", courtesy.userAgent())
            .header("Accept", accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(courtesy.timeout())
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    awaitTurn(address, gone);
    try {
      return post(request, reader, gone);
    } finally {
      turn.unlock();
    }
  }

  private <T> T post(HttpRequest request, Reader<T> reader, BooleanSupplier gone) {
    URI address = request.uri();
    Duration wait = courtesy.firstWait();
    for (int attempt = 1; ; attempt++) {
      String fault;
      Kind kind = Kind.FAILED;
      Optional<Duration> asked = Optional.empty();
      try {
        keepInterval();
        HttpResponse<byte[]> response = send(request, gone);
        if (response.statusCode() == 200) {
          try {
            return reader.read(response.body());
          } catch (JenaException unreadable) {
            fault =
                "its answer is broken or not of the kind asked for ("
                    + unreadable.getMessage()
                    + ")";
          }
        } else if (PASSING.contains(response.statusCode())) {
          fault = "it answers with the HTTP status " + response.statusCode() + excerpt(response);
          asked = response.headers().firstValue("Retry-After").flatMap(CourteousClient::retryAfter);
        } else {
          throw new FarSideException(
              Kind.FAILED,
              address,
              "refuses the request with the HTTP status "
                  + response.statusCode()
                  + excerpt(response)
                  + ". Check the address, and that it is a service of that kind.");
        }
      } catch (HttpTimeoutException late) {
        kind = Kind.LATE;
        fault = "it did not answer within " + courtesy.timeout().toSeconds() + " seconds";
      } catch (ConnectException none) {
        fault = "no connection could be made";
      } catch (IOException broken) {
        fault = "the connection broke (" + broken.getMessage() + ")";
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw stopped(address, stopped);
      }
      if (attempt == courtesy.attempts()) {
        throw new FarSideException(
            kind, address, "could not be asked: " + fault + ", " + attempt + " times. " + advice);
      }
      Duration next = asked.orElse(wait);
      if (next.compareTo(courtesy.longestWait()) > 0) {
        throw new FarSideException(
            Kind.FAILED,
            address,
            "asks to be left alone for " + words(next) + ": " + fault + ". " + advice);
      }
      LOG.info("{}: {}; asking again in {}", address, fault, next);
      take(address, next);
      wait = wait.multipliedBy(2);
    }
  }

  private static String words(Duration time) {
    return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }

  /**
   * The timeout of a request ends with the first byte of its answer in Java's client; here it holds
   * for the whole answer.
   */
  private HttpResponse<byte[]> send(HttpRequest request, BooleanSupplier gone)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + courtesy.timeout().toNanos();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, any -> new LimitedBody(LARGEST_ANSWER));
    try {
      while (true) {
        try {
          return answer.get(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (gone.getAsBoolean()) {
            throw stopped(request.uri(), null);
          }
          if (System.nanoTime() - until > 0) {
            throw new HttpTimeoutException("the answer did not end");
          }
        } catch (ExecutionException failed) {
          if (failed.getCause() instanceof IOException fault) {
            throw fault;
          }
          throw new IOException(failed.getCause());
        }
      }
    } finally {
      answer.cancel(true);
    }
  }

  private static FarSideException stopped(URI address, @Nullable Exception cause) {
    return new FarSideException(Kind.STOPPED, "Stopped while asking " + address + ".", cause);
  }

  private void awaitTurn(URI address, BooleanSupplier gone) {
    try {
      while (!turn.tryLock(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
        if (gone.getAsBoolean()) {
          throw stopped(address, null);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw stopped(address, stopped);
    }
  }

  /** Seconds or a date, as RFC 9110 has it; what is neither counts as not given. */
  private static Optional<Duration> retryAfter(String value) {
    try {
      return Optional.of(
          value.strip().chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(value.strip()))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant()));
    } catch (DateTimeParseException | NumberFormatException neither) {
      return Optional.empty();
    }
  }

  private void keepInterval() throws InterruptedException {
    if (asked) {
      Duration since = Duration.ofNanos(System.nanoTime() - lastRequest);
      Duration rest = courtesy.interval().minus(since);
      if (!rest.isNegative() && !rest.isZero()) {
        pause.take(rest);
      }
    }
    asked = true;
    lastRequest = System.nanoTime();
  }

  private void take(URI address, Duration duration) {
    try {
      pause.take(duration.isNegative() ? Duration.ZERO : duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw stopped(address, stopped);
    }
  }

  private static String excerpt(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8).strip();
    String line = text.lines().findFirst().orElse("").strip();
    return line.isEmpty()
        ? ""
        : " (“" + line.substring(0, Math.min(line.length(), LONGEST_EXCERPT)) + "”)";
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
