package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.casus.http.ServedBuild;

/** Gives each request its build, and holds that build open until the request has ended. */
final class BuildFilter implements Filter {
  private final ServedBuilds builds;

  BuildFilter(ServedBuilds builds) {
    this.builds = builds;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServedBuild build = builds.take();
    try {
      build.bind((HttpServletRequest) request);
      CurrentDataset.show(build);
      chain.doFilter(request, response);
    } finally {
      CurrentDataset.hide();
      build.release();
    }
  }
}
