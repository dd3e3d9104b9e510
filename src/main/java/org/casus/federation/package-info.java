/**
 * {@code SERVICE} in queries that Casus runs: servers of others that an operator has allowed by
 * name, and no others. Their failures are failures of the query and never rows that are missing.
 * May use {@code remote} and {@code query}. Start at {@link org.casus.federation.AllowedServices}.
 */
@NullMarked
package org.casus.federation;

import org.jspecify.annotations.NullMarked;
