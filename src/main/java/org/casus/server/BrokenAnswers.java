package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.casus.http.ErrorAnswer;

/**
 * Breaks off the connection where an error comes after a part of the answer has gone out, so that
 * no client takes that part for the whole: it waits for an end of the body that never comes (RFC
 * 9112, section 8).
 */
final class BrokenAnswers implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (ErrorAnswer.cameTooLate((HttpServletRequest) request)) {
      throw new IOException("The answer was broken off by an error, which the log tells");
    }
  }
}
