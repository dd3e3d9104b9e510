package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * The representations of a resource, by media type and by the ending that names one in an address;
 * the first is for clients that do not say what they want (RFC 9110, section 12).
 */
public final class Offer {
  private static final String ANYTHING = "*/*";
  private static final Pattern PARAMETERS = Pattern.compile(";.*", Pattern.DOTALL);

  /**
   * One representation.
   *
   * @param ending without the dot, such as {@code ttl}
   * @param mediaType without a character set
   */
  public record Representation(String ending, String mediaType) {}

  private final List<Representation> representations;

  private Offer(List<Representation> representations) {
    this.representations = List.copyOf(representations);
  }

  /** An offer; the first representation is the one that is given to clients without a wish. */
  public static Offer of(Representation... representations) {
    return new Offer(List.of(representations));
  }

  /** All representations, in order. */
  public List<Representation> representations() {
    return representations;
  }

  /** The representation that an ending names. */
  public Optional<Representation> withEnding(String ending) {
    return representations.stream().filter(each -> each.ending().equals(ending)).findFirst();
  }

  /**
   * What suits the client's {@code Accept} header best; of what suits equally well, what the client
   * names first.
   *
   * @throws Refusal 406 with the list of what there is
   */
  public Representation choose(HttpServletRequest request) {
    List<String> ranges = wishes(request);
    if (ranges.isEmpty()) {
      return representations.get(0);
    }
    return ranges.stream()
        .flatMap(range -> within(range).stream())
        .findFirst()
        .orElseThrow(() -> new Refusal(406, "This is offered as " + list() + " only."));
  }

  /** Media ranges, best first; none where the header cannot be read, as if it were not there. */
  private static List<String> wishes(HttpServletRequest request) {
    QuotedQualityCSV wishes = new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING);
    try {
      Collections.list(request.getHeaders("Accept")).forEach(wishes::addValue);
      return wishes.getValues();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  /** The first representation within a media range such as {@code text/*}. */
  private Optional<Representation> within(String range) {
    String type = PARAMETERS.matcher(range).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    return representations.stream()
        .filter(each -> type.equals(ANYTHING) || matches(type, each.mediaType()))
        .findFirst();
  }

  private static boolean matches(String range, String mediaType) {
    return range.endsWith("/*")
        ? mediaType.startsWith(range.substring(0, range.length() - 1))
        : mediaType.equals(range);
  }

  private String list() {
    return representations.stream()
        .map(Representation::mediaType)
        .collect(Collectors.joining(", "));
  }
}
