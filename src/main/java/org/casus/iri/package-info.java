/**
 * The only place where the IRI of a thing, a graph or a shape is made from its parts. May use
 * {@code vocab}. Start at {@link org.casus.iri.Iris}.
 */
@NullMarked
package org.casus.iri;

import org.jspecify.annotations.NullMarked;
