package org.casus.model;

import java.util.Optional;

/**
 * An actor. Whether a person speaks for a state is never said here: it follows from tenures; only
 * institutions and groups of officials are organs by their nature.
 *
 * @param id slug
 * @param kind notation of a class below Actor
 * @param label name in English as most used by the sources
 * @param description what the actor is
 * @param officialOf actor for which an institution or group of officials speaks by its nature
 * @param isoCode ISO 3166-1 alpha-3
 * @param cowCode country code of the Correlates of War state list
 * @param attestation what the record rests on
 */
public record Actor(
    String id,
    String kind,
    String label,
    Optional<String> description,
    Optional<String> officialOf,
    Optional<String> isoCode,
    Optional<Integer> cowCode,
    Attestation attestation)
    implements TableRow, Labelled {}
