package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A place or a named group of places. Containment is geographic; whose it is by recognition and who
 * held it on the ground are said apart.
 *
 * @param id slug
 * @param kind notation of a class below Place
 * @param label neutral label
 * @param description what it is
 * @param partOf places that contain it
 * @param sovereign state whose sovereignty is internationally recognised
 * @param point WKT point, longitude first
 * @param pointSource bibliography key of the work that gives the point
 * @param attestation what the record rests on
 */
public record Place(
    String id,
    String kind,
    String label,
    Optional<String> description,
    List<String> partOf,
    Optional<String> sovereign,
    Optional<String> point,
    Optional<String> pointSource,
    Attestation attestation)
    implements TableRow, Labelled {}
