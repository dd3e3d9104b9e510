package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.casus.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an answer are wanted.
 *
 * @param offset how many are left out at the beginning
 * @param limit how many there are at most; none for all the rest
 */
record Page(int offset, OptionalInt limit) {
  static final String LIMIT = "limit";
  static final String OFFSET = "offset";
  static final String TOTAL = "X-Total-Count";

  /** The highest number that may stand in an address: more than there are rows in an answer. */
  static final int HIGHEST = 999_999_999;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int BAD_REQUEST = 400;

  /**
   * Reads {@code limit} and {@code offset}.
   *
   * @param usual the limit when none is given
   * @param most the highest limit
   * @throws Refusal 400 when they are not such numbers
   */
  static Page of(Map<String, String> parameters, OptionalInt usual, int most) {
    @Nullable String offset = parameters.get(OFFSET);
    @Nullable String limit = parameters.get(LIMIT);
    return new Page(
        offset == null ? 0 : number(OFFSET, offset, 0, HIGHEST),
        limit == null ? usual : OptionalInt.of(number(LIMIT, limit, 1, most)));
  }

  private static int number(String name, String value, int least, int most) {
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Refusal(
        BAD_REQUEST,
        "%s must be a whole number from %d to %d, not \"%s\".".formatted(name, least, most, value));
  }

  /** The parameters that are not about pages. */
  static Map<String, String> without(Map<String, String> parameters) {
    Map<String, String> others = new LinkedHashMap<>(parameters);
    others.remove(LIMIT);
    others.remove(OFFSET);
    return others;
  }

  /** At most so many rows. */
  int most() {
    return limit.orElse(Integer.MAX_VALUE);
  }

  /** The first page that is cut like this one. */
  Page first() {
    return new Page(0, limit);
  }

  /** The page before this one. */
  Optional<Page> previous() {
    return offset == 0 || limit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page(Math.max(0, offset - limit.getAsInt()), limit));
  }

  /** The page after this one. */
  Optional<Page> next(int total) {
    return limit.isEmpty() || offset >= total - limit.getAsInt()
        ? Optional.empty()
        : Optional.of(new Page(offset + limit.getAsInt(), limit));
  }

  /** The last page when one goes on from the first. */
  Page last(int total) {
    return limit.isEmpty()
        ? first()
        : new Page(Math.max(0, total - 1) / limit.getAsInt() * limit.getAsInt(), limit);
  }

  /** An address of this page. */
  String address(String path, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(without(parameters));
    limit.ifPresent(number -> all.put(LIMIT, Integer.toString(number)));
    if (offset > 0) {
      all.put(OFFSET, Integer.toString(offset));
    }
    return Addresses.of(path, all);
  }

  /**
   * Tells how many rows there are, where the other pages are (RFC 8288), and where the API is
   * described (RFC 8631).
   */
  void describe(
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, String> parameters,
      int total) {
    response.setHeader(TOTAL, Integer.toString(total));
    // Otherwise scripts of other sites would not be shown these.
    response.setHeader("Access-Control-Expose-Headers", TOTAL + ", Link, ETag");
    String path = request.getRequestURL().toString();
    List<String> links = new ArrayList<>();
    if (limit.isPresent()) {
      links.add(link(first().address(path, parameters), "first"));
      previous().ifPresent(page -> links.add(link(page.address(path, parameters), "prev")));
      next(total).ifPresent(page -> links.add(link(page.address(path, parameters), "next")));
      links.add(link(last(total).address(path, parameters), "last"));
    }
    links.add(link(Addresses.site(request) + ApiServlet.OPENAPI, "service-desc"));
    response.setHeader("Link", String.join(", ", links));
  }

  private static String link(String address, String relation) {
    return "<" + address + ">; rel=\"" + relation + "\"";
  }
}
