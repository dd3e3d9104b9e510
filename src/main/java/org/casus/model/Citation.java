package org.casus.model;

import java.util.List;

/**
 * A work that an article cites or lists. The attestation names the citing article and where it
 * cites.
 *
 * @param id slug
 * @param cited bibliography key of the work
 * @param references locators of the entry in the list of references; empty if it is not listed
 * @param attestation what the record rests on
 */
public record Citation(String id, String cited, List<String> references, Attestation attestation)
    implements TableRow {}
