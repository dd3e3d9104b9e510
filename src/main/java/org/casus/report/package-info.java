/**
 * Reports on the curated data as a whole: which passages of the articles are covered by records,
 * and whether the two sides of the conflict get the same room. Looks at rows as they are written,
 * so that every table takes part without being named. May use {@code source} and {@code problem}.
 * Start at {@link org.casus.report.CoverageReport} and {@link org.casus.report.BalanceReport}.
 */
@NullMarked
package org.casus.report;

import org.jspecify.annotations.NullMarked;
