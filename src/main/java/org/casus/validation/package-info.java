/**
 * Holds the curated graphs to the SHACL shapes and violation queries in {@code ontology/}, and
 * turns every result into a problem that names the row to mend. May use {@code problem}, {@code
 * iri} and {@code vocab}. Start at {@link org.casus.validation.GraphValidation}.
 */
@NullMarked
package org.casus.validation;

import org.jspecify.annotations.NullMarked;
