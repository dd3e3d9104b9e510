package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.casus.api.ApiServlet;
import org.casus.http.ErrorAnswer;
import org.casus.http.Refusal;
import org.eclipse.jetty.http.HttpException;

/**
 * Refuses a request whose parameters, in the address or a form, cannot be read. Whoever asks for
 * one later can then rely on getting it: Jetty reads parameters when they are first asked for. The
 * web API reads its own, and refuses in the format that an address ends in.
 */
final class ParameterFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Optional<Refusal> unreadable =
        asked.getRequestURI().startsWith(ApiServlet.PATH) ? Optional.empty() : read(request);
    if (unreadable.isPresent()) {
      ErrorAnswer.write(asked, (HttpServletResponse) response, unreadable.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<Refusal> read(ServletRequest request) {
    try {
      request.getParameterMap();
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      int status =
          unreadable instanceof HttpException http
              ? http.getCode()
              : HttpServletResponse.SC_BAD_REQUEST;
      return Optional.of(
          new Refusal(
              status,
              "The parameters of this request cannot be read: in an address or a form they are"
                  + " percent-encoded UTF-8, as in name=%C3%A9."));
    }
  }
}
