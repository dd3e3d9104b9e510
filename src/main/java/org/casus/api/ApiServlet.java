package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.ErrorAnswer;
import org.casus.http.Offer.Representation;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;

/**
 * Everything under {@code /api/}: the list of questions, {@code NAME} and {@code NAME.FORMAT} for
 * each, {@code search}, {@code openapi.json} and {@code docs/}.
 *
 * <p>The format is that of the ending or, without one, what the client accepts. An error is never
 * in a format of data.
 */
public final class ApiServlet extends ReadServlet {
  /** Where it has to be mapped to. */
  public static final String PATH = "/api/";

  static final String SEARCH = PATH + "search";
  static final String OPENAPI = PATH + "openapi.json";

  private static final long serialVersionUID = 1L;
  private static final int MOVED = 308;
  private static final int NOT_FOUND = 404;
  private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+)(?:\\.([a-z]+))?");

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (path.isEmpty() || path.equals("/docs")) {
      response.setStatus(MOVED);
      response.setHeader("Location", request.getRequestURI() + "/");
    } else if (path.equals("/")) {
      QuestionList.body(request, response).write(response);
    } else if (path.equals("/openapi.json")) {
      OpenApi.body(request).write(response);
    } else if (path.startsWith("/docs/")) {
      response.setHeader("Content-Security-Policy", Docs.POLICY);
      Docs.body(path.substring("/docs/".length())).write(response);
    } else {
      writeRows(path, request, response);
    }
  }

  private static void writeRows(
      String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Matcher parts = NAME.matcher(path);
    if (!parts.matches()) {
      throw new Refusal(
          NOT_FOUND, "There is nothing at " + request.getRequestURI() + "; /api/ lists all.");
    }
    String name = parts.group(1);
    Optional<String> ending = Optional.ofNullable(parts.group(2));
    try {
      Representation format = Formats.choose(request, response, ending);
      Body body =
          name.equals("search")
              ? Search.body(request, response, format)
              : Question.body(name, request, response, format);
      body.write(response);
    } catch (Refusal refusal) {
      if (ending.isEmpty()) {
        throw refusal;
      }
      ErrorAnswer.write(request, response, refusal, ending.get());
    }
  }
}
