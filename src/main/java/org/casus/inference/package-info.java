/**
 * Derives what follows from the curated graphs into graphs of its own. Each rule is a file in
 * {@code ontology/rules/} with a header that says it in words; files run in layers, in order of
 * their numbers, so that a rule may ask what an earlier layer did not derive. May use {@code
 * problem}, {@code iri} and {@code vocab}. Start at {@link org.casus.inference.RuleBook}.
 */
@NullMarked
package org.casus.inference;

import org.jspecify.annotations.NullMarked;
