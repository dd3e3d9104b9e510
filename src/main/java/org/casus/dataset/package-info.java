/**
 * Reads data sets of others, such as alliances of the Correlates of War, from their files as they
 * are published, into the same typed records that the curated tables give. Every cell that is used
 * is checked, all problems of a file are collected, and a file with an error gives no record at
 * all. The files are never part of the project: {@link org.casus.dataset.Imports} keeps a copy of
 * what a user names beside his built datasets. Knows nothing of RDF. May use {@code source}, {@code
 * model}, {@code problem} and {@code store}. Start at {@link org.casus.dataset.Imports}.
 */
@NullMarked
package org.casus.dataset;

import org.jspecify.annotations.NullMarked;
