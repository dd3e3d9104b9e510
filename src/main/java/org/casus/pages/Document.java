package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Quad;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;

/**
 * A document about something, in one representation. Each representation has an address of its own,
 * which is that of the document with an ending; the address without ending gives any of them and
 * names the other in {@code Content-Location}.
 *
 * <p>{@code Link} headers tell what the document describes (RFC 6892), which other representations
 * there are, and the licence, so that the triples need not.
 *
 * @param describes the public IRI of what it is about
 * @param address where it is on this server, without an ending
 * @param offer all its representations
 * @param representation the one that is given
 * @param negotiated whether the client's wishes decided on it
 */
record Document(
    String describes,
    String address,
    Offer offer,
    Representation representation,
    boolean negotiated) {
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  /** A representation for a page to link to. */
  record Download(String title, String href, String type) {}

  /** All representations in RDF. */
  static List<Download> downloads(String address) {
    List<Download> downloads = new ArrayList<>();
    for (Syntax syntax : Syntax.values()) {
      downloads.add(
          new Download(
              syntax.title(),
              address + "." + syntax.ending(),
              syntax.representation().mediaType()));
    }
    return downloads;
  }

  /**
   * The document at an address that ends in the name of a representation, or else in the one that
   * the client likes best.
   */
  static Document of(String describes, HttpServletRequest request, Offer offer) {
    String path = request.getRequestURI();
    int dot = path.lastIndexOf('.');
    Optional<Representation> ending =
        dot < 0 ? Optional.empty() : offer.withEnding(path.substring(dot + 1));
    return new Document(
        describes,
        ending.isEmpty() ? path : path.substring(0, dot),
        offer,
        ending.orElseGet(() -> offer.choose(request)),
        ending.isEmpty());
  }

  /** Writes the document: quads in the syntax of the representation, or the page. */
  void write(HttpServletResponse response, Supplier<Collection<Quad>> quads, Supplier<String> page)
      throws IOException {
    Optional<Syntax> syntax = Syntax.of(representation);
    byte[] body =
        syntax
            .map(chosen -> chosen.write(quads.get()))
            .orElseGet(() -> page.get().getBytes(StandardCharsets.UTF_8));
    if (negotiated) {
      response.setHeader("Vary", "Accept");
      response.setHeader("Content-Location", address + "." + representation.ending());
    }
    response.addHeader("Link", "<" + describes + ">; rel=\"describes\"");
    response.addHeader("Link", "<" + LICENCE + ">; rel=\"license\"");
    for (Representation other : offer.representations()) {
      if (!other.equals(representation)) {
        response.addHeader(
            "Link",
            "<"
                + address
                + "."
                + other.ending()
                + ">; rel=\"alternate\"; type=\""
                + other.mediaType()
                + "\"");
      }
    }
    response.setContentType(representation.mediaType());
    if (representation.mediaType().startsWith("text/")) {
      response.setCharacterEncoding("utf-8");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
