package org.casus.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pages and their files, from {@code web/} on the class path.
 *
 * <p>A path is served only when each of its parts begins with a letter or digit and holds nothing
 * but letters, digits, dots, hyphens and underscores, so that none leads out of that directory; and
 * only when its ending is one of those that pages are made of.
 */
final class WebFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "txt", "text/plain;charset=utf-8",
          "woff2", "font/woff2");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getRequestURI();
    String path = asked.equals("/") ? "/index.html" : asked;
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(path).matches()) {
      notFound(asked, response);
      return;
    }
    try (InputStream file = WebFiles.class.getResourceAsStream("/web" + path)) {
      if (file == null) {
        notFound(asked, response);
        return;
      }
      response.setContentType(type);
      response.setHeader("Cache-Control", "no-cache");
      file.transferTo(response.getOutputStream());
    }
  }

  private static void notFound(String path, HttpServletResponse response) throws IOException {
    response.sendError(
        HttpServletResponse.SC_NOT_FOUND, "There is nothing at " + path + "; the start is at /");
  }
}
