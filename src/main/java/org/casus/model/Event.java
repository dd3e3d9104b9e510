package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * An event with its period, places and the event that it is part of.
 *
 * @param id slug
 * @param kind notation of a class below Event
 * @param label neutral label
 * @param period from when to when
 * @param places where
 * @param partOf event of which it is a part
 * @param outcome how it ended
 * @param attestation what the record rests on
 */
public record Event(
    String id,
    String kind,
    String label,
    Period period,
    List<String> places,
    Optional<String> partOf,
    Optional<String> outcome,
    Attestation attestation)
    implements TableRow, Labelled {}
