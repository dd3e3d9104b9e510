package org.casus.model;

import java.util.List;

/**
 * What a proposition is about, besides the parts that its kind has.
 *
 * @param places places
 * @param actors actors
 * @param events events
 * @param agreements agreements
 */
public record ClaimSubject(
    List<String> places, List<String> actors, List<String> events, List<String> agreements) {}
