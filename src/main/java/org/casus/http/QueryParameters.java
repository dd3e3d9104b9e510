package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters in the query string of a request, each with one value. What stands in a body is
 * not read, since answers are kept by their address.
 */
public final class QueryParameters {
  private static final int BAD_REQUEST = 400;
  private static final char REPLACEMENT = '\uFFFD';

  private QueryParameters() {}

  /**
   * Names and values in their order.
   *
   * @throws Refusal 400 when a parameter is repeated, or the query string is not percent-encoded
   *     UTF-8
   */
  public static Map<String, String> of(HttpServletRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = request.getQueryString();
    if (query != null) {
      for (String pair : query.split("&")) {
        if (!pair.isEmpty()) {
          int sign = pair.indexOf('=');
          String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
          String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
          if (parameters.put(name, value) != null) {
            throw new Refusal(
                BAD_REQUEST, "Parameter " + name + " is there twice; give it one value.");
          }
        }
      }
    }
    return Collections.unmodifiableMap(parameters);
  }

  private static String decoded(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf(REPLACEMENT) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException notEncoded) {
      // Told below.
    }
    throw new Refusal(
        BAD_REQUEST,
        "The address is not percent-encoded UTF-8 at \"" + text + "\": % is written %25.");
  }
}
