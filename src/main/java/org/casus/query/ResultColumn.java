package org.casus.query;

/**
 * A column of the answer.
 *
 * @param name the variable, without the question mark
 * @param description one sentence for people
 */
public record ResultColumn(String name, String description) {}
