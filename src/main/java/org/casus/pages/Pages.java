package org.casus.pages;

import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.http.Offer.Representation;

/** All that this package serves. */
public final class Pages {

  private Pages() {}

  /** The servlets by the path for which each is to be registered. */
  public static Map<String, HttpServlet> servlets() {
    Map<String, HttpServlet> servlets = new LinkedHashMap<>();
    for (String room : Addresses.ROOMS) {
      servlets.put("/" + room + "/*", new ThingServlet());
    }
    servlets.put("/" + Addresses.ONTOLOGY + "/*", new OntologyServlet());
    for (Representation each : Syntax.offerWithPage().representations()) {
      servlets.put("/" + Addresses.ONTOLOGY + "." + each.ending(), new OntologyServlet());
    }
    servlets.put(VoidServlet.PATH, new VoidServlet());
    for (Representation each : Syntax.offer().representations()) {
      servlets.put(VoidServlet.PATH + "." + each.ending(), new VoidServlet());
    }
    servlets.put(SitemapServlet.PATH, new SitemapServlet());
    servlets.put(RobotsServlet.PATH, new RobotsServlet());
    servlets.put(Addresses.EXPLAIN, new ExplainServlet());
    servlets.put(Addresses.LINKS, new LinksServlet());
    return servlets;
  }
}
