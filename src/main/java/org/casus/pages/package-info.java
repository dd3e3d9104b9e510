/**
 * Linked data: a page and an RDF document for each thing, graph, shape and term, the documentation
 * of the ontology, reasons as pages, the description of the dataset, and what crawlers read.
 *
 * <p>Documents in RDF say what the dataset says and nothing else, with the public IRIs. Pages in
 * HTML link to this server ({@code Addresses}) and get their values from records that templates in
 * {@code templates/} show; nothing from the data is markup, and only IRIs that a browser may follow
 * become links.
 *
 * <p>May use: {@code http}, {@code explanation}, {@code iri}, {@code vocab}, {@code model} for
 * dates, {@code store} for what a build tells of itself; Jena without the database, Jakarta
 * Servlet.
 *
 * <p>Start at {@link org.casus.pages.Pages}.
 */
@NullMarked
package org.casus.pages;

import org.jspecify.annotations.NullMarked;
