package org.casus.model;

import java.util.List;

/**
 * Records that depart from a check of fidelity to the article, with the reason. A record of the
 * curators; nothing that is thrown.
 *
 * @param id slug
 * @param records the records, as kind/slug
 * @param check code of the scheme fidelity-check
 * @param reason why they depart
 * @param attestation what the record rests on
 */
public record FidelityException(
    String id, List<String> records, String check, String reason, Attestation attestation)
    implements TableRow {}
