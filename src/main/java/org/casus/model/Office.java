package org.casus.model;

import java.util.Optional;

/**
 * An office of a state or an organisation, apart from whoever holds it (ORG: org:Post).
 *
 * @param id slug
 * @param label name in English
 * @param of actor to which the office belongs
 * @param body institution in which it is placed
 * @param attestation what the record rests on
 */
public record Office(
    String id, String label, String of, Optional<String> body, Attestation attestation)
    implements TableRow, Labelled {}
