/**
 * Links to Wikidata: what the curated table of links says, candidates for things without a link,
 * checks of links, and what Wikidata says of linked things. Asks a SPARQL endpoint of Wikidata's
 * shape, a reconciliation service, or a file of the same shape; nothing is asked that is not named,
 * politely, and what failed is never told as nothing found. Changes no table but the one of links,
 * and that only in {@link org.casus.wikidata.LinkFile}. May use {@code source}, {@code model},
 * {@code ontology}, {@code iri}, {@code vocab}, {@code problem} and {@code store}. Start at {@link
 * org.casus.wikidata.Linker}.
 */
@NullMarked
package org.casus.wikidata;

import org.jspecify.annotations.NullMarked;
