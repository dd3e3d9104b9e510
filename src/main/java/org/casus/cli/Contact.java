package org.casus.cli;

import java.net.URI;
import java.util.Collection;
import org.casus.remote.Courtesy;
import org.jspecify.annotations.Nullable;

/** How those who run a server of others can reach whoever asks it. */
final class Contact {

  private Contact() {}

  /**
   * The name under which requests are sent.
   *
   * @param contact an e-mail address or a page; may be missing for servers on this machine only
   */
  static String userAgent(@Nullable String contact, Collection<URI> addresses) {
    return Courtesy.of(Installation.version(), required(contact, addresses), 1, 1).userAgent();
  }

  /** The contact, or “loopback” where nobody else is asked. */
  static String required(@Nullable String contact, Collection<URI> addresses) {
    if (contact != null) {
      return contact;
    }
    addresses.stream()
        .filter(address -> !isThisMachine(address))
        .findFirst()
        .ifPresent(
            address -> {
              throw new UsageException(
                  "Give --contact with an e-mail address or a page, so that those who run "
                      + address.getHost()
                      + " can reach you; their policy asks for it.");
            });
    return "loopback";
  }

  private static boolean isThisMachine(URI address) {
    return address.getHost().matches("localhost|127\\..*|\\[::1\\]");
  }
}
