package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.casus.explanation.Named;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.ReadServlet;
import org.casus.http.ServedBuild;
import org.casus.http.Templates;

/**
 * Answers at the address of a thing with its page or its description in RDF, by {@code Accept} or
 * by an ending such as {@code .ttl}. What an address means as it stands comes before what it would
 * mean with an ending: {@code /id/file/ontology/core.ttl} is a file.
 */
final class ThingServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final Offer OFFER = Syntax.offerWithPage();

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DatasetGraph dataset = ServedBuild.of(request).dataset();
    String path = request.getRequestURI();
    Optional<Node> whole = known(dataset, path);
    if (whole.isPresent()) {
      write(dataset, whole.get(), OFFER.choose(request), true, response);
      return;
    }
    int dot = path.lastIndexOf('.');
    Optional<Representation> ending =
        dot < 0 ? Optional.empty() : OFFER.withEnding(path.substring(dot + 1));
    Optional<Node> thing = ending.flatMap(any -> known(dataset, path.substring(0, dot)));
    if (thing.isEmpty()) {
      String asked = ending.isPresent() ? path.substring(0, dot) : path;
      refuse(asked, ending, request, response);
    } else {
      write(dataset, thing.get(), ending.orElseThrow(), false, response);
    }
  }

  private static Optional<Node> known(DatasetGraph dataset, String path) {
    return Txn.calculateRead(
        dataset,
        () ->
            Addresses.readings(path).stream()
                .filter(reading -> Description.isKnown(dataset, reading))
                .findFirst());
  }

  private static void write(
      DatasetGraph dataset,
      Node thing,
      Representation representation,
      boolean negotiated,
      HttpServletResponse response)
      throws IOException {
    String address = Addresses.of(thing.getURI());
    new Document(thing.getURI(), address, OFFER, representation, negotiated)
        .write(
            response,
            () -> Txn.calculateRead(dataset, () -> Description.of(dataset, thing).quads()),
            () -> page(dataset, thing, address));
  }

  private static String page(DatasetGraph dataset, Node thing, String address) {
    Map<String, Object> values =
        Txn.calculateRead(dataset, () -> new ThingPage(dataset, thing).values());
    values.put("address", address);
    values.put("downloads", Document.downloads(address));
    return Templates.render("thing", values);
  }

  /** An unknown thing: 404 with names that are like the one asked for. */
  private static void refuse(
      String path,
      Optional<Representation> ending,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String iri = Addresses.readings(path).get(0).getURI();
    List<Named> similar = Suggestions.of(request).to(iri);
    if (ending.orElseGet(() -> OFFER.choose(request)).equals(Syntax.HTML)) {
      String page =
          Templates.render(
              "missing",
              Map.of(
                  "iri",
                  iri,
                  "similar",
                  similar.stream()
                      .map(name -> Link.of(name.label(), Addresses.of(String.valueOf(name.iri()))))
                      .toList()));
      response.setStatus(NOT_FOUND);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Vary", "Accept");
      write(response, "text/html", page);
      return;
    }
    throw Suggestions.refusal(iri, similar);
  }
}
