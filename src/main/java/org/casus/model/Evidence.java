package org.casus.model;

import java.util.List;

/**
 * The bearing of something on explanations or hypotheses, according to somebody.
 *
 * @param id slug
 * @param on explanations or hypotheses, as kind/slug
 * @param direction code of the scheme evidence-direction
 * @param gist what bears on it and how
 * @param restsOn records it rests on, as kind/slug; empty where the article gives none
 * @param accordingTo who sees it so
 * @param attestation what the record rests on
 */
public record Evidence(
    String id,
    List<String> on,
    String direction,
    String gist,
    List<String> restsOn,
    List<String> accordingTo,
    Attestation attestation)
    implements TableRow {}
