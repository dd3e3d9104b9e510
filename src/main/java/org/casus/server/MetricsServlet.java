package org.casus.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casus.http.ReadServlet;

/** The numbers of {@link Metrics}, for operators. */
final class MetricsServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;

  private final transient Metrics metrics;

  MetricsServlet(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    write(response, "text/plain;version=0.0.4", metrics.text());
  }
}
