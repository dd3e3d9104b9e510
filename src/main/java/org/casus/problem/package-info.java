/**
 * What is wrong with an input, as values: where it was found, what was found, what was expected and
 * how to cure it. Every other package may use this one; this one uses the JDK only. Start at {@link
 * org.casus.problem.Problems}.
 */
@NullMarked
package org.casus.problem;

import org.jspecify.annotations.NullMarked;
