package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casus.http.ReadServlet;

/** Asks crawlers to leave queries, reasons and lists alone, and leads them to the sitemap. */
final class RobotsServlet extends ReadServlet {
  static final String PATH = "/robots.txt";

  private static final long serialVersionUID = 1L;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String url = request.getRequestURL().toString();
    String base = url.substring(0, url.length() - request.getRequestURI().length());
    write(
        response,
        "text/plain",
        """
        User-agent: *
        Disallow: /casus/
        Disallow: %s
        Disallow: %s?
        Sitemap: %s%s
        """
            .formatted(Addresses.EXPLAIN, Addresses.LINKS, base, SitemapServlet.PATH));
  }
}
