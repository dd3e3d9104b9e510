package org.casus.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers GET and HEAD from the build of the request, and everything else with 405. What {@link
 * #answer} throws as a {@link Refusal} is written by {@link ErrorAnswer}.
 *
 * <p>Entity tags, conditional requests and the cache are the server's: an answer depends on the
 * build, the address and the {@code Accept} header only, or says {@code Cache-Control: no-store}.
 */
public abstract class ReadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int NOT_ALLOWED = 405;
  private static final String READING = "GET, HEAD";

  /**
   * Writes the answer, complete.
   *
   * @throws Refusal when there is none
   */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /**
   * Whether POST is answered, too: for questions that are too long for an address. It changes
   * nothing.
   */
  protected boolean takesLongQuestions() {
    return false;
  }

  /**
   * Writes the answer to a POST, complete; called only when {@link #takesLongQuestions}. It is not
   * kept.
   *
   * @throws Refusal when there is none
   */
  protected void answerLong(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD" -> answer(request, response);
        case "OPTIONS" -> response.setHeader("Allow", methods() + ", OPTIONS");
        case "POST" -> {
          if (!takesLongQuestions()) {
            throw notAllowed(response);
          }
          response.setHeader("Cache-Control", "no-store");
          answerLong(request, response);
        }
        default -> throw notAllowed(response);
      }
    } catch (Refusal refusal) {
      ErrorAnswer.write(request, response, refusal);
    }
  }

  private String methods() {
    return takesLongQuestions() ? READING + ", POST" : READING;
  }

  private Refusal notAllowed(HttpServletResponse response) {
    response.setHeader("Allow", methods() + ", OPTIONS");
    return new Refusal(
        NOT_ALLOWED,
        "Only " + methods().replaceFirst(", (\\w+)$", " and $1") + " are answered here.");
  }

  /** Writes a whole body in UTF-8 with its type and length. */
  public static void write(HttpServletResponse response, String mediaType, String body)
      throws IOException {
    write(response, mediaType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a whole body, which is UTF-8, with its type and length. */
  public static void write(HttpServletResponse response, String mediaType, byte[] body)
      throws IOException {
    response.setContentType(mediaType);
    if (mediaType.startsWith("text/")) {
      response.setCharacterEncoding("utf-8");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
