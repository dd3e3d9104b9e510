/**
 * The SPARQL server: Fuseki embedded, read-only, over the current build of a database directory.
 *
 * <p>{@code fuseki-config/public.ttl} says what is offered; this package adds what a configuration
 * cannot say: clear refusals, complete answers or none, a service description, the home page,
 * limits on requests, and an orderly stop. A request passes the filters ({@link
 * org.casus.server.ResponseHeaders}, {@link org.casus.server.ParameterFilter}, {@link
 * org.casus.server.ServiceDescriptionFilter}), then Fuseki with the two operations {@link
 * org.casus.server.ReadOnlyQuery} and {@link org.casus.server.UnionGraphRead}, then the servlets.
 *
 * <p>What a query may do is said in three places: {@link org.casus.server.QueryPolicy} by its text,
 * {@link org.casus.server.OfferedFunctions} by what it calls, {@link
 * org.casus.server.BoundedExpressions} by what it makes.
 *
 * <p>May use: http, the packages whose servlets it runs, store and query; Jena, Fuseki and Jetty.
 * It is the only package that may touch the last two.
 *
 * <p>Start at {@link org.casus.server.CasusServer}.
 */
@NullMarked
package org.casus.server;

import org.jspecify.annotations.NullMarked;
