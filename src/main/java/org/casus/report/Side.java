package org.casus.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A side of the conflict, as whoever asks for a report names it; who belongs to it beyond the
 * actors named follows from the data.
 *
 * @param actors the actors that make the side; the first gives it its name
 * @param language language whose forms of names count as those of the side
 */
public record Side(Set<String> actors, Optional<String> language) {

  /** The Armenian side as reports take it if nothing else is said. */
  public static final String ARMENIAN = "armenia+artsakh:hy";

  /** The Azerbaijani side as reports take it if nothing else is said. */
  public static final String AZERBAIJANI = "azerbaijan:az";

  private static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";

  /**
   * Reads a side such as {@code armenia+artsakh:hy}.
   *
   * @throws IllegalArgumentException if the text is of another form
   */
  public static Side parse(String text) {
    if (!text.matches(SLUG + "(?:\\+" + SLUG + ")*(?::[a-z]{2,3})?")) {
      throw new IllegalArgumentException(
          "“"
              + text
              + "” is no side; write actors joined by + and, if names in a language are to count, a"
              + " colon and the language, such as "
              + ARMENIAN);
    }
    String[] parts = text.split(":");
    return new Side(
        new LinkedHashSet<>(List.of(parts[0].split("\\+"))),
        parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }

  public String name() {
    return actors.iterator().next();
  }
}
