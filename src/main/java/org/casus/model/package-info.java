/**
 * What the curated tables say, as immutable records: one record type for each kind of row, and the
 * dates they share. No RDF here and no files: a row means the same whether it is read from CSV or
 * built in a test. Uses the JDK only. Start at {@link org.casus.model.Statement}.
 */
@NullMarked
package org.casus.model;

import org.jspecify.annotations.NullMarked;
