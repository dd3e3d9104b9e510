/**
 * The web API: each question of the catalogue at {@code /api/NAME}, search at {@code /api/search},
 * the description of it all in OpenAPI at {@code /api/openapi.json}; and the home page.
 *
 * <p>The questions are those that the served build brings along, so that dataset and questions fit
 * each other also when a newer build takes over.
 *
 * <p>May use: {@code http}, {@code store}, {@code query}, {@code explanation}, {@code iri}, {@code
 * vocab}, Jena, Caffeine, the servlet API.
 *
 * <p>Start at {@link org.casus.api.ApiServlet}.
 */
@NullMarked
package org.casus.api;

import org.jspecify.annotations.NullMarked;
