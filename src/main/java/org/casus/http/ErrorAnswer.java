package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.casus.http.Offer.Representation;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Writes a refusal: as a page for browsers, as problem details (RFC 9457) for programs that ask for
 * JSON, else as plain text.
 */
public final class ErrorAnswer {
  private static final String TEXT = "text/plain";
  private static final String HTML = "text/html";
  private static final String PROBLEM = "application/problem+json";
  private static final String TOO_LATE = ErrorAnswer.class.getName() + ".tooLate";
  private static final Offer OFFER =
      Offer.of(
          new Representation("txt", TEXT),
          new Representation("json", PROBLEM),
          new Representation("json", "application/json"),
          new Representation("json", "application/sparql-results+json"),
          new Representation("json", "application/reconciliation.v1+json"),
          new Representation("html", HTML));

  private ErrorAnswer() {}

  /** Whether an error came too late to be told: what was sent before it is no whole answer. */
  public static boolean cameTooLate(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(TOO_LATE));
  }

  /** Writes a refusal; when the response has begun, only notes that it came too late. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    setRetryAfter(response, refusal);
    write(request, response, refusal.status(), refusal.sentence());
  }

  /**
   * Writes a refusal of an address whose ending names a format: {@code html} and {@code json} get a
   * page and problem details, others plain text, which nobody takes for data.
   */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal, String ending)
      throws IOException {
    setRetryAfter(response, refusal);
    String type = OFFER.withEnding(ending).map(Representation::mediaType).orElse(TEXT);
    write(request, response, refusal.status(), refusal.sentence(), type);
  }

  private static void setRetryAfter(HttpServletResponse response, Refusal refusal) {
    refusal
        .retryAfter()
        .ifPresent(after -> response.setHeader("Retry-After", Long.toString(after.toSeconds())));
  }

  /** Writes an error with a sentence; when the response has begun, only notes that. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setHeader("Vary", "Accept");
    write(request, response, status, sentence, type(request));
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String sentence,
      String type)
      throws IOException {
    if (response.isCommitted()) {
      request.setAttribute(TOO_LATE, true);
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(type);
    response.setCharacterEncoding("utf-8");
    byte[] body = body(type, status, sentence).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private static String type(HttpServletRequest request) {
    try {
      String chosen = OFFER.choose(request).mediaType();
      return chosen.endsWith("json") ? PROBLEM : chosen;
    } catch (Refusal anything) {
      return TEXT;
    }
  }

  private static String body(String type, int status, String sentence) {
    return switch (type) {
      case HTML -> Templates.render("error", Map.of("status", status, "sentence", sentence));
      case PROBLEM -> problem(status, sentence);
      default -> sentence + "\n";
    };
  }

  private static String problem(int status, String sentence) {
    JsonObject problem = new JsonObject();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("detail", sentence);
    return problem + "\n";
  }
}
