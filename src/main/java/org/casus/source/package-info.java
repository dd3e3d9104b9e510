/**
 * Reads the curated tables and the bibliography into typed records. What a table must look like is
 * said once, in the CSVW metadata file beside it; the reader holds every cell to it, and a loader
 * for each table turns a row that has passed into a record. All problems of all files are
 * collected. Knows nothing of RDF. May use {@code model} and {@code problem}. Start at {@link
 * org.casus.source.SourceReader}.
 */
@NullMarked
package org.casus.source;

import org.jspecify.annotations.NullMarked;
