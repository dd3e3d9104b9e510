package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * What a record rests on. A record without a source does not load.
 *
 * @param source bibliography key of the work
 * @param locators where in that work
 * @param status code of the scheme {@code fact-status}; given for reference facts, absent for what
 *     an article reports, which is as certain as the article
 * @param corroboratedBy bibliography keys of further works that give the same fact
 * @param note remark of the curator
 */
public record Attestation(
    String source,
    List<String> locators,
    Optional<String> status,
    List<String> corroboratedBy,
    Optional<String> note) {}
