package org.casus.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.casus.federation.AllowedServices;
import org.casus.remote.Courtesy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which servers of others queries may ask with {@code SERVICE}, and as whom. None by default. */
final class FederationOptions {

  /** Somebody waits for the answer, so that a request is sent twice at most. */
  private static final Courtesy PATIENCE =
      new Courtesy(
          "",
          Duration.ofMillis(500),
          2,
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofSeconds(65));

  @Option(
      names = "--federate",
      paramLabel = "NAME[=URL]",
      description =
          "A SPARQL endpoint of others that queries may ask with SERVICE, such as wikidata, or"
              + " wikidata=URL for a mirror of it; may be given several times. None by default.")
  private List<String> entries = new ArrayList<>();

  @Option(
      names = "--contact",
      paramLabel = "CONTACT",
      description =
          "E-mail address or page of whoever runs this, sent to those endpoints with each request;"
              + " needed for every one that is not on this machine.")
  private @Nullable String contact;

  /** What was allowed. */
  AllowedServices services() {
    AllowedServices services;
    try {
      services = AllowedServices.of(entries);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    String userAgent = Contact.userAgent(contact, services.addresses());
    return services.asked(
        new Courtesy(
            userAgent,
            PATIENCE.interval(),
            PATIENCE.attempts(),
            PATIENCE.firstWait(),
            PATIENCE.longestWait(),
            PATIENCE.timeout()));
  }
}
