/**
 * IRIs of the vocabularies that Casus writes or reads, one class for each namespace, and nothing
 * else. Vocabularies that Jena has as constants are taken from there. Uses Jena's nodes only.
 */
@NullMarked
package org.casus.vocab;

import org.jspecify.annotations.NullMarked;
