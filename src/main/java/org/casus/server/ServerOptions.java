package org.casus.server;

import java.nio.file.Path;

/**
 * What an operator decides.
 *
 * @param port where to listen; 0 takes any free port, see {@link CasusServer#port()}
 * @param loopbackOnly whether only this machine can reach the server
 * @param database the database directory, with a published build in it
 * @param config the Fuseki configuration, {@code fuseki-config/public.ttl} unless the operator has
 *     another
 */
public record ServerOptions(int port, boolean loopbackOnly, Path database, Path config) {}
