/**
 * Casus as an authority for others: the reconciliation service at {@code /reconcile}, by which
 * OpenRefine and its like match lists of names to things of Casus, and through them to Wikidata
 * (Reconciliation Service API of the W3C Entity Reconciliation Community Group, version 0.2 and the
 * draft of 1.0).
 *
 * <p>{@link org.casus.reconciliation.Authority} holds the names of a build, {@link
 * org.casus.reconciliation.Matcher} compares with them and scores, {@link
 * org.casus.reconciliation.Version02} and {@link org.casus.reconciliation.VersionDraft} read and
 * write the two forms of JSON. May use {@code http}, {@code store} for the folding of names, {@code
 * iri} and {@code vocab}.
 *
 * <p>Start at {@link org.casus.reconciliation.ReconciliationServlet}.
 */
@NullMarked
package org.casus.reconciliation;

import org.jspecify.annotations.NullMarked;
