/** The program's entry point; everything else is in the packages below. */
@NullMarked
package org.casus;

import org.jspecify.annotations.NullMarked;
