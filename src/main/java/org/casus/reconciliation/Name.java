package org.casus.reconciliation;

/**
 * A name of an entity.
 *
 * @param text as it is written
 * @param language language tag; empty if it has none
 */
record Name(String text, String language) {}
