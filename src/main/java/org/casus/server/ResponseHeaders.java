package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers on every response: browsers take nothing for a script that was not sent as one, run only
 * scripts of this server, take styles from its files only, and do not show its pages inside others.
 * Previews of entities, which are made to be shown so, and the page of Swagger UI have policies of
 * their own ({@link org.casus.reconciliation.ReconciliationServlet}, {@link
 * org.casus.api.ApiServlet}).
 */
final class ResponseHeaders implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    http.setHeader(
        "Content-Security-Policy",
        "default-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
    chain.doFilter(request, response);
  }
}
