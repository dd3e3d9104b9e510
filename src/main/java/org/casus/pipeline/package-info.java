/**
 * The build: read, map, validate, infer, index, store. Joins the stages and nothing else; each
 * stage is in a package of its own. Start at {@link org.casus.pipeline.Build}.
 */
@NullMarked
package org.casus.pipeline;

import org.jspecify.annotations.NullMarked;
