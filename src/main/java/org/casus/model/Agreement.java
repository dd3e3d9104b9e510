package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * An agreement, or a proposal that may never have been agreed. The Collective Security Treaty of
 * 1992 and the Charter of the organisation of 2002 are two.
 *
 * @param id slug
 * @param kind notation of a class below Agreement
 * @param label title
 * @param signed day of signature, adoption or presentation
 * @param signedAt place of it
 * @param inForce in force from when to when
 * @param founds organisation it founds
 * @param supersedes agreements it replaces
 * @param amends agreements it amends or extends
 * @param atopId alliance number in ATOP 4.01
 * @param cowId alliance number in Correlates of War 4.1
 * @param attestation what the record rests on
 */
public record Agreement(
    String id,
    String kind,
    String label,
    Optional<EdtfDate> signed,
    Optional<String> signedAt,
    Period inForce,
    Optional<String> founds,
    List<String> supersedes,
    List<String> amends,
    Optional<Integer> atopId,
    Optional<Integer> cowId,
    Attestation attestation)
    implements TableRow, Labelled {}
