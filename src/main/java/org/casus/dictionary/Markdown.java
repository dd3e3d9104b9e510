package org.casus.dictionary;

import java.util.Locale;

/** Pieces of Markdown that more than one page needs. */
final class Markdown {

  private Markdown() {}

  /** A row of a table. */
  static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.toString().replace("  |", " |");
  }

  /** The anchor that a heading gets: lower case, punctuation left out, blanks as hyphens. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd} _-]", "").replace(' ', '-');
  }
}
