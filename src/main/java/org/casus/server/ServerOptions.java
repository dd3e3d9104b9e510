package org.casus.server;

import java.nio.file.Path;
import java.util.Optional;
import org.casus.federation.AllowedServices;

/**
 * What an operator decides.
 *
 * @param port where to listen; 0 takes any free port, see {@link CasusServer#port()}
 * @param loopbackOnly whether only this machine can reach the server
 * @param database the database directory, with a published build in it
 * @param config the Fuseki configuration, {@code fuseki-config/public.ttl} unless the operator has
 *     another
 * @param operators a password file, for the part of the server that asks for a login; without one
 *     that part does not exist
 * @param behindProxy whether a proxy in front tells the address that clients use, in {@code
 *     Forwarded} (RFC 7239) or {@code X-Forwarded-...}; without one, strangers could make it up
 * @param services the servers of others that operators may ask with {@code SERVICE}
 */
public record ServerOptions(
    int port,
    boolean loopbackOnly,
    Path database,
    Path config,
    Optional<Path> operators,
    boolean behindProxy,
    AllowedServices services) {

  /** Without servers of others. */
  public ServerOptions(
      int port,
      boolean loopbackOnly,
      Path database,
      Path config,
      Optional<Path> operators,
      boolean behindProxy) {
    this(port, loopbackOnly, database, config, operators, behindProxy, AllowedServices.none());
  }

  /** Without operators and proxy. */
  public ServerOptions(int port, boolean loopbackOnly, Path database, Path config) {
    this(port, loopbackOnly, database, config, Optional.empty(), false);
  }
}
