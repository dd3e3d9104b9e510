package org.casus.explanation;

import org.jspecify.annotations.Nullable;

/**
 * When something holds; dates are EDTF texts and no more precise than there.
 *
 * @param start first date; null if unknown
 * @param end last date, {@code ..} if none had come; null if unknown
 * @param attestedUntil day (ISO 8601) up to which the sources vouch for an open end; null if none
 */
public record Period(@Nullable String start, @Nullable String end, @Nullable String attestedUntil) {

  private static final String OPEN = "..";

  /** For people: {@code from 1997-08-29, still going on, attested until 2016-12-31}. */
  public String inWords() {
    StringBuilder words = new StringBuilder(start == null ? "start unknown" : "from " + start);
    if (OPEN.equals(end)) {
      words.append(", still going on");
    } else {
      words.append(end == null ? ", end unknown" : (start == null ? ", until " : " to ") + end);
    }
    if (attestedUntil != null) {
      words.append(", attested until ").append(attestedUntil);
    }
    return words.toString();
  }
}
