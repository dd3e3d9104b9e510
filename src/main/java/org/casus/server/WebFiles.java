package org.casus.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;

/**
 * The files that pages are made of, from {@code web/} on the class path.
 *
 * <p>A path is served only when each of its parts begins with a letter or digit and holds nothing
 * but letters, digits, dots, hyphens and underscores, so that none leads out of that directory; and
 * only when its ending is one of those that pages are made of.
 */
final class WebFiles extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "txt", "text/plain",
          "woff2", "font/woff2");

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(path).matches()) {
      throw notFound(path);
    }
    try (InputStream file = WebFiles.class.getResourceAsStream("/web" + path)) {
      if (file == null) {
        throw notFound(path);
      }
      write(response, type, file.readAllBytes());
    }
  }

  private static Refusal notFound(String path) {
    return new Refusal(
        HttpServletResponse.SC_NOT_FOUND, "There is nothing at " + path + "; the start is at /");
  }
}
