package org.casus.pages;

/** How often a term is used. */
record Count(Link term, long number) {}
