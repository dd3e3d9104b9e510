/**
 * The commands. A command parses options, calls the class that does the work, prints, and returns
 * an exit status; it has no logic of its own. May use every other package; only {@code Main} uses
 * this one. Start at {@link org.casus.cli.CasusCommand}.
 */
@NullMarked
package org.casus.cli;

import org.jspecify.annotations.NullMarked;
