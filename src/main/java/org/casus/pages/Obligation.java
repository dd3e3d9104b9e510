package org.casus.pages;

import java.util.List;

/**
 * What a shape demands, in words.
 *
 * @param path the property it is about; empty for the record as a whole
 * @param count how many values; empty where the shape does not say
 * @param values of which class, datatype or shape the values are
 * @param sentence the demand
 * @param shape the shape
 */
record Obligation(String path, String count, List<Link> values, String sentence, Link shape) {}
