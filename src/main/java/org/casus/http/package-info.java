/**
 * What every answer over HTTP needs, whoever gives it: the build that a request sees ({@link
 * org.casus.http.ServedBuild}), the limits within which a query runs ({@link
 * org.casus.http.Evaluator}), the choice of a representation ({@link org.casus.http.Offer}) and
 * refusals in words ({@link org.casus.http.Refusal}).
 *
 * <p>Knows the servlet API, and nothing of the server that runs it.
 */
@NullMarked
package org.casus.http;

import org.jspecify.annotations.NullMarked;
