/**
 * Asking servers of others: how fast, as whom, how often again, and what is told when it fails.
 * What failed is a {@link org.casus.remote.FarSideException} and never an empty answer. Start at
 * {@link org.casus.remote.CourteousClient}.
 */
@NullMarked
package org.casus.remote;

import org.jspecify.annotations.NullMarked;
