/**
 * Small operations on named graphs in memory that several stages of the build need. Uses Jena only.
 * Start at {@link org.casus.graph.UnionDataset}.
 */
@NullMarked
package org.casus.graph;

import org.jspecify.annotations.NullMarked;
