package org.casus.fidelity;

/**
 * A paragraph, note or reference of an article.
 *
 * @param locator how records refer to it, such as {@code §8 ¶4}
 * @param section heading under which it stands
 * @param text its words
 */
public record Passage(String locator, String section, String text) {}
