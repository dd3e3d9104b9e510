package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.jspecify.annotations.Nullable;

/**
 * The list of pages for crawlers: one file, or, since a file may list 50,000 pages at most, an
 * index of files.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
final class SitemapServlet extends ReadServlet {
  static final String PATH = "/sitemap.xml";

  private static final long serialVersionUID = 1L;
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final int NOT_FOUND = 404;
  private static final int MOST = 50_000;

  private final int most;

  SitemapServlet() {
    this(MOST);
  }

  /**
   * @param most pages in one file
   */
  SitemapServlet(int most) {
    this.most = most;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServedBuild build = ServedBuild.of(request);
    String url = request.getRequestURL().toString();
    String base = url.substring(0, url.length() - request.getRequestURI().length());
    String day = build.info().created();
    write(
        response,
        "application/xml",
        file(
            build.once(Sitemap.class, Sitemap::of).addresses(),
            most,
            request.getParameter("part"),
            base,
            day));
  }

  /**
   * @param part which of several files; null for the only one, or for the index
   * @param base scheme and host
   * @param changed when everything changed last
   */
  static String file(
      List<String> addresses, int most, @Nullable String part, String base, String changed) {
    int parts = (addresses.size() + most - 1) / most;
    if (part == null && parts > 1) {
      List<String> files = new ArrayList<>();
      for (int number = 1; number <= parts; number++) {
        files.add(PATH + "?part=" + number);
      }
      return xml("sitemapindex", "sitemap", files, base, changed);
    }
    int number = part == null ? 1 : number(part, parts);
    return xml(
        "urlset",
        "url",
        addresses.subList((number - 1) * most, Math.min(number * most, addresses.size())),
        base,
        changed);
  }

  private static int number(String part, int parts) {
    if (!part.matches("[1-9][0-9]{0,5}") || Integer.parseInt(part) > parts) {
      throw new Refusal(NOT_FOUND, "The sitemap has " + parts + " parts, numbered from 1.");
    }
    return Integer.parseInt(part);
  }

  private static String xml(
      String root, String element, List<String> addresses, String base, String changed) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      for (String address : addresses) {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        xml.writeStartElement("loc");
        xml.writeCharacters(base + address);
        xml.writeEndElement();
        xml.writeStartElement("lastmod");
        xml.writeCharacters(changed);
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException fault) {
      throw new IllegalStateException("Writing XML to memory failed", fault);
    }
    return text.toString();
  }
}
