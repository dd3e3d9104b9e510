package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.explanation.Explainer;
import org.casus.explanation.Explanation;
import org.casus.explanation.ExplanationFormat;
import org.casus.http.Evaluator;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.casus.http.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Tells why: {@code /explain?iri=...}, with {@code &format=} or by {@code Accept} as a page, or in
 * the formats of {@code casus explain}.
 */
final class ExplainServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final Representation PAGE = new Representation("html", "text/html");

  private static final Map<String, ExplanationFormat> FORMATS =
      Map.of(
          "text", ExplanationFormat.TEXT,
          "json", ExplanationFormat.JSON,
          "turtle", ExplanationFormat.TURTLE,
          "dot", ExplanationFormat.DOT);
  private static final Offer OFFER =
      Offer.of(
          new Representation("text", "text/plain"),
          PAGE,
          new Representation("json", "application/json"),
          new Representation("turtle", "text/turtle"),
          new Representation("dot", "text/vnd.graphviz"));

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    @Nullable String iri = request.getParameter("iri");
    if (iri == null || iri.isBlank()) {
      throw new Refusal(
          BAD_REQUEST,
          "Say what is to be explained: " + Addresses.EXPLAIN + "?iri= and the IRI of a thing.");
    }
    Representation representation = representation(request);
    Explanation explanation =
        Evaluator.of(request)
            .inTurn(() -> new Explainer(ServedBuild.of(request).dataset()).explain(iri))
            .orElseThrow(() -> Suggestions.refusal(request, Explainer.iri(iri)));
    response.setHeader("Vary", "Accept");
    @Nullable ExplanationFormat format = FORMATS.get(representation.ending());
    if (format != null) {
      write(response, representation.mediaType(), format.render(explanation));
      return;
    }
    Map<String, Object> values = new ReasonTree(explanation).values();
    List<Link> others = new ArrayList<>();
    for (Representation other : OFFER.representations()) {
      if (!other.equals(PAGE)) {
        others.add(
            Link.of(
                other.ending(),
                Addresses.reasons(explanation.iri()) + "&format=" + other.ending()));
      }
    }
    values.put("others", others);
    write(response, representation.mediaType(), Templates.render("explain", values));
  }

  private static Representation representation(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("format"))
        .map(
            name ->
                OFFER
                    .withEnding(name)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                BAD_REQUEST,
                                "There is no format "
                                    + name
                                    + ": take html, text, json, turtle or dot.")))
        .orElseGet(() -> OFFER.choose(request));
  }
}
