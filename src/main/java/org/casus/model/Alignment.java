package org.casus.model;

import java.util.List;

/**
 * A stance of one actor towards another that lasts for a period. Told by somebody, and no
 * conclusion from treaties.
 *
 * @param id slug
 * @param actor who takes the stance
 * @param towards towards whom
 * @param kind code of the scheme alignment-kind
 * @param period from when to when
 * @param gist the stance
 * @param heldBy who says so
 * @param attestation what the record rests on
 */
public record Alignment(
    String id,
    String actor,
    String towards,
    String kind,
    Period period,
    String gist,
    List<String> heldBy,
    Attestation attestation)
    implements TableRow {}
