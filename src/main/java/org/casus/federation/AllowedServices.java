package org.casus.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.casus.query.KnownService;
import org.casus.query.ServiceClauses;
import org.casus.query.ServiceClauses.Clause;
import org.casus.remote.CourteousClient;
import org.casus.remote.Courtesy;
import org.casus.remote.FarSideException;
import org.casus.remote.Pause;

/**
 * The SPARQL endpoints of others that an operator lets queries ask with {@code SERVICE}, each under
 * a name. A query names one by its address; a service that Casus knows, such as Wikidata's, also by
 * its public address where the operator has put another one, such as a mirror, in its place.
 */
public final class AllowedServices {

  /** Told where no service is allowed. */
  public static final String NONE =
      "SERVICE is switched off here: this endpoint answers from its own data only.";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final String ADVICE =
      "The query has no answer, not even one without what this service would tell; ask again later.";

  private final Map<String, URI> addresses;
  private final Courtesy courtesy;

  private AllowedServices(Map<String, URI> addresses, Courtesy courtesy) {
    this.addresses = addresses;
    this.courtesy = courtesy;
  }

  /** No service: what everybody has who was not allowed more. */
  public static AllowedServices none() {
    return of(List.of());
  }

  /**
   * Reads a list as operators write it.
   *
   * @param entries {@code NAME=ADDRESS} each; of a service that Casus knows, such as {@code
   *     wikidata}, the name is enough
   * @throws IllegalArgumentException with a sentence, if an entry is no such thing
   */
  public static AllowedServices of(List<String> entries) {
    Map<String, URI> addresses = new LinkedHashMap<>();
    for (String entry : entries) {
      int sign = entry.indexOf('=');
      String name = sign < 0 ? entry : entry.substring(0, sign);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "“"
                + entry
                + "” allows no service: write NAME=ADDRESS, with a name in lower-case letters.");
      }
      URI address =
          sign < 0
              ? KnownService.named(name)
                  .map(KnownService::address)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "No service is known as “"
                                  + name
                                  + "”: give its address, "
                                  + name
                                  + "=ADDRESS. Known are: "
                                  + KnownService.names()
                                  + "."))
              : address(entry.substring(sign + 1));
      if (addresses.put(name, address) != null) {
        throw new IllegalArgumentException("The name “" + name + "” is given twice.");
      }
    }
    return new AllowedServices(Map.copyOf(addresses), Courtesy.of("unknown", "nobody", 1, 1));
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null
          && address.getUserInfo() == null
          && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "“" + text + "” is no address such as https://query.wikidata.org/sparql.");
  }

  /** The same services, asked in another manner and in another name. */
  public AllowedServices asked(Courtesy politely) {
    return new AllowedServices(addresses, politely);
  }

  /** Where requests may go. */
  public Collection<URI> addresses() {
    return addresses.values();
  }

  /** Whether a service is allowed. */
  public boolean has(KnownService service) {
    return addresses.containsKey(service.word());
  }

  /** The address that is asked for a service that a query names. */
  Optional<URI> address(Node service) {
    if (!service.isURI()) {
      return Optional.empty();
    }
    return addresses.entrySet().stream()
        .filter(
            allowed ->
                allowed.getValue().toString().equals(service.getURI())
                    || KnownService.named(allowed.getKey())
                        .filter(known -> known.address().toString().equals(service.getURI()))
                        .isPresent())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Why a query is refused that asks other servers: not all of them are allowed by a constant
   * address, or a failure would be passed over. Empty when it is welcome.
   */
  public Optional<String> refusal(Query query) {
    List<Clause> clauses = ServiceClauses.of(query);
    if (clauses.stream().anyMatch(clause -> address(clause.service()).isEmpty())) {
      return Optional.of(
          addresses.isEmpty()
              ? NONE
              : "SERVICE may name these servers only, each by its address: " + this + ".");
    }
    if (clauses.stream().anyMatch(Clause::silent)) {
      return Optional.of(
          "SERVICE SILENT would show a failure of the far side as nothing found: leave SILENT out.");
    }
    return Optional.empty();
  }

  /**
   * Lets the executions of a context ask these services, and no others, whatever else is
   * configured. Failures are thrown as {@link FarSideException}.
   */
  public void permit(Context context) {
    CourteousClient client = new CourteousClient(courtesy, Pause.SLEEP, ADVICE);
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    registry.addBulkLink(new FederatedJoin(this, client));
    ServiceExecutorRegistry.set(context, registry);
  }

  /** Names and addresses, for sentences. */
  @Override
  public String toString() {
    return addresses.entrySet().stream()
        .map(
            allowed ->
                "<"
                    + KnownService.named(allowed.getKey())
                        .map(KnownService::address)
                        .orElse(allowed.getValue())
                    + "> ("
                    + allowed.getKey()
                    + ")")
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
