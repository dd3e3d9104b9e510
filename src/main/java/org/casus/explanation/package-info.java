/**
 * Says why the dataset holds something: from a derived thing by its derivations to the premises,
 * and from these to graph, source and locator; and from a premise to what rests on it. Reads what
 * the rules left as data and derives nothing itself. What OWL entails has no derivations and is not
 * explained.
 *
 * <p>May use: {@code iri} and {@code vocab}, Jena without the database.
 *
 * <p>Start at {@link org.casus.explanation.Explainer}.
 */
@NullMarked
package org.casus.explanation;

import org.jspecify.annotations.NullMarked;
