package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * Who is entitled to what, on which grounds (Müller 2010: asserting an entitlement makes a speech
 * act a justice claim, however it is argued).
 *
 * @param entitled actors
 * @param object code of the scheme entitlement-object
 * @param grounds codes of the scheme entitlement-ground
 */
public record Entitlement(List<String> entitled, Optional<String> object, List<String> grounds) {}
