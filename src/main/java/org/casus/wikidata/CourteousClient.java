package org.casus.wikidata;

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
import java.util.stream.Collectors;
import org.apache.jena.shared.JenaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks over HTTP, one request after the other: not faster than agreed, again after a pause where
 * that may help, and not again where it does not. An answer counts once it has arrived whole and
 * could be read; one that breaks off is asked for again.
 */
final class CourteousClient {
  private static final Logger LOG = LoggerFactory.getLogger(CourteousClient.class);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final int LONGEST_EXCERPT = 160;

  /**
   * Makes sense of an answer.
   *
   * @param <T> what it means
   */
  @FunctionalInterface
  interface Reader<T> {

    /**
     * @throws JenaException if the answer is not what was asked for
     */
    T read(byte[] answer);
  }

  private final Courtesy courtesy;
  private final Pause pause;
  private final HttpClient client;
  private long lastRequest;
  private boolean asked;

  CourteousClient(Courtesy courtesy, Pause pause) {
    this.courtesy = courtesy;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(courtesy.timeout())
            .build();
  }

  /**
   * Sends a form and reads the answer.
   *
   * @throws WikidataException if there is no answer that can be used
   */
  <T> T post(URI address, Map<String, String> form, String accept, Reader<T> reader) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", courtesy.userAgent())
            .header("Accept", accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(courtesy.timeout())
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    Duration wait = courtesy.firstWait();
    for (int attempt = 1; ; attempt++) {
      String fault;
      Optional<Duration> asked = Optional.empty();
      try {
        keepInterval();
        HttpResponse<byte[]> response =
            client.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
          throw new WikidataException(
              address
                  + " refuses the request with the HTTP status "
                  + response.statusCode()
                  + excerpt(response)
                  + ". Check the address, and that it is a service of that kind.");
        }
      } catch (HttpTimeoutException late) {
        fault = "it did not answer within " + courtesy.timeout().toSeconds() + " seconds";
      } catch (ConnectException none) {
        fault = "no connection could be made";
      } catch (IOException broken) {
        fault = "the connection broke (" + broken.getMessage() + ")";
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new WikidataException("Stopped while asking " + address + ".", stopped);
      }
      if (attempt == courtesy.attempts()) {
        throw new WikidataException(
            address
                + " could not be asked: "
                + fault
                + ", "
                + attempt
                + " times. Run the command again later; what was answered is kept for a day.");
      }
      Duration next = asked.orElse(wait);
      if (next.compareTo(courtesy.longestWait()) > 0) {
        throw new WikidataException(
            address
                + " asks to be left alone for "
                + next.toMinutes()
                + " minutes. Run the command again after that; what was answered is kept for a day.");
      }
      LOG.info("{}: {}; asking again in {}", address, fault, next);
      take(next);
      wait = wait.multipliedBy(2);
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

  private void keepInterval() {
    if (asked) {
      Duration since = Duration.ofNanos(System.nanoTime() - lastRequest);
      Duration rest = courtesy.interval().minus(since);
      if (!rest.isNegative() && !rest.isZero()) {
        take(rest);
      }
    }
    asked = true;
    lastRequest = System.nanoTime();
  }

  private void take(Duration duration) {
    try {
      pause.take(duration.isNegative() ? Duration.ZERO : duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new WikidataException("Stopped while waiting to ask again.", stopped);
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
