package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A work of the bibliography: an article, a transcript, a news item, a treaty text, a data set.
 *
 * @param key BibTeX key, which is the slug of the source
 * @param kind notation of a class below Source
 * @param shortTitle short citation as the articles print it, such as {@code Welch 1993}
 * @param title title as printed, faults kept
 * @param authors authors or issuing bodies in the order of the title page
 * @param editors editors
 * @param issued date of publication
 * @param coverageEnd last day or days that a data set covers; after it the data set is silent, and
 *     silence is not a no
 * @param container journal, book or series in which it appeared
 * @param publisher publisher
 * @param place place of publication
 * @param volume volume
 * @param issue issue or number
 * @param pages pages
 * @param doi DOI without a resolver
 * @param url address
 * @param language BCP 47 tag
 * @param access code of the scheme access-status: read by the curators, or known through a work
 *     that cites it
 * @param note remark of the curator
 */
public record Work(
    String key,
    String kind,
    String shortTitle,
    String title,
    List<String> authors,
    List<String> editors,
    Optional<EdtfDate> issued,
    Optional<EdtfDate> coverageEnd,
    Optional<String> container,
    Optional<String> publisher,
    Optional<String> place,
    Optional<String> volume,
    Optional<String> issue,
    Optional<String> pages,
    Optional<String> doi,
    Optional<String> url,
    Optional<String> language,
    String access,
    Optional<String> note) {}
