package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A theory, or a branch of one, as an article presents it.
 *
 * @param id slug
 * @param label name in English
 * @param gist what it holds at its core
 * @param subjectMatter what it is a theory of
 * @param proponents scholars whom the article names as holding it
 * @param attestation what the record rests on
 */
public record Theory(
    String id,
    String label,
    String gist,
    Optional<String> subjectMatter,
    List<String> proponents,
    Attestation attestation)
    implements TableRow, Labelled {}
