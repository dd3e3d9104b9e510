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
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/**
 * Answers a bare GET on the query endpoint, one without a query string, with its service
 * description. (Fuseki itself answers 404 there.) Turtle unless the client prefers another syntax.
 */
final class ServiceDescriptionFilter implements Filter {
  private static final String TURTLE = "text/turtle";
  private static final Map<String, RDFFormat> SYNTAXES =
      Map.of(
          TURTLE,
          RDFFormat.TURTLE_PRETTY,
          "application/n-triples",
          RDFFormat.NTRIPLES_UTF8,
          "application/rdf+xml",
          RDFFormat.RDFXML_PLAIN,
          "application/ld+json",
          RDFFormat.JSONLD11_PRETTY);
  private static final AcceptList OFFER =
      AcceptList.create(
          TURTLE, "application/n-triples", "application/rdf+xml", "application/ld+json");

  private final String endpoint;
  private final ServiceDescription description;

  /**
   * @param endpoint the path of the query endpoint
   */
  ServiceDescriptionFilter(String endpoint, ServiceDescription description) {
    this.endpoint = endpoint;
    this.description = description;
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

  private void describe(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MediaType chosen = ConNeg.chooseContentType(request, OFFER, MediaType.create(TURTLE));
    String type = chosen == null ? TURTLE : chosen.getContentTypeStr();
    RDFFormat syntax = SYNTAXES.getOrDefault(type, RDFFormat.TURTLE_PRETTY);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RDFDataMgr.write(body, description.at(request.getRequestURL().toString()), syntax);
    response.setContentType(SYNTAXES.containsKey(type) ? type : TURTLE);
    response.setCharacterEncoding("utf-8");
    response.setHeader("Vary", "Accept");
    response.setContentLength(body.size());
    if (request.getMethod().equals("GET")) {
      body.writeTo(response.getOutputStream());
    }
  }
}
