package org.casus.remote;

import java.time.Duration;

/**
 * How to behave towards a server of others (User-Agent policy of the Wikimedia Foundation, and RFC
 * 9110 on {@code Retry-After}).
 *
 * @param userAgent name, version and how to reach whoever runs the program
 * @param interval least time from one request to the next
 * @param attempts how often one request is sent at most
 * @param firstWait how long to wait before the second attempt where the server does not say; twice
 *     as long before each further one
 * @param longestWait a server that asks for a longer wait is left alone for now
 * @param timeout how long to wait for one answer
 */
public record Courtesy(
    String userAgent,
    Duration interval,
    int attempts,
    Duration firstWait,
    Duration longestWait,
    Duration timeout) {

  /**
   * What public services of Wikidata ask for.
   *
   * @param version version of this program
   * @param contact an e-mail address or the address of a page
   * @param perSecond requests in a second at most
   * @param attempts how often one request is sent at most
   */
  public static Courtesy of(String version, String contact, double perSecond, int attempts) {
    return new Courtesy(
        "Casus/" + version + " (" + contact + ") Java-http-client",
        Duration.ofNanos((long) (1e9 / perSecond)),
        attempts,
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        Duration.ofSeconds(70));
  }
}
