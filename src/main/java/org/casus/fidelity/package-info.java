/**
 * Holds what is curated to the wording of the articles: quotes, citations, dates and the
 * originality of the curators' own words. The texts of the articles are not part of the project;
 * whoever has them at hand reads them with {@link org.casus.fidelity.Articles}. May use {@code
 * source}, {@code model}, {@code problem} and {@code graph}, besides the JSON reader of Jena. Start
 * at {@link org.casus.fidelity.FidelityCheck}.
 */
@NullMarked
package org.casus.fidelity;

import org.jspecify.annotations.NullMarked;
