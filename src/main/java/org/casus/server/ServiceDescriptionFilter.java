package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;

/**
 * Answers a bare GET on the query endpoint, one without a query string, with its service
 * description. (Fuseki itself answers 404 there.) Turtle unless the client prefers another syntax.
 */
final class ServiceDescriptionFilter implements Filter {
  private static final Map<String, RDFFormat> SYNTAXES =
      Map.of(
          "ttl", RDFFormat.TURTLE_PRETTY,
          "nt", RDFFormat.NTRIPLES_UTF8,
          "rdf", RDFFormat.RDFXML_PLAIN,
          "jsonld", RDFFormat.JSONLD11_PRETTY);
  private static final Offer OFFER =
      Offer.of(
          new Representation("ttl", "text/turtle"),
          new Representation("nt", "application/n-triples"),
          new Representation("rdf", "application/rdf+xml"),
          new Representation("jsonld", "application/ld+json"));

  private final String endpoint;

  /**
   * @param endpoint the path of the query endpoint
   */
  ServiceDescriptionFilter(String endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean read = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
    if (read && http.getRequestURI().equals(endpoint) && http.getQueryString() == null) {
      describe(http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void describe(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Representation chosen;
    try {
      chosen = OFFER.choose(request);
    } catch (Refusal nothingOfThese) {
      // A client that wants results only, as some do by habit, still learns what this is.
      chosen = OFFER.representations().get(0);
    }
    ServiceDescription description =
        ServedBuild.of(request).once(ServiceDescription.class, ServiceDescription::new);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RDFDataMgr.write(
        body,
        description.at(request.getRequestURL().toString()),
        Objects.requireNonNull(SYNTAXES.get(chosen.ending())));
    response.setContentType(chosen.mediaType());
    response.setCharacterEncoding("utf-8");
    response.setHeader("Vary", "Accept");
    response.setContentLength(body.size());
    if (request.getMethod().equals("GET")) {
      body.writeTo(response.getOutputStream());
    }
  }
}
