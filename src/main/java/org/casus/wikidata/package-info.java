/**
 * Links to Wikidata: reads and writes the curated table of links, finds candidates and checks links
 * against Wikidata, and fetches what Wikidata says of linked things. Speaks to a SPARQL endpoint of
 * Wikidata's shape, a reconciliation service, or a file of the same shape. May use {@code source},
 * {@code model}, {@code ontology}, {@code iri}, {@code vocab} and {@code problem}. Start at {@link
 * org.casus.wikidata.LinkTable}.
 */
@NullMarked
package org.casus.wikidata;

import org.jspecify.annotations.NullMarked;
