package org.casus.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;

/**
 * Public IRIs and the addresses of their documents on this server: {@code
 * https://w3id.org/casus/id/KIND/SLUG} is described at {@code /id/KIND/SLUG}.
 *
 * <p>A slash within a slug, which an IRI has as {@code %2F}, is a plain slash in an address: web
 * servers rightly distrust encoded ones.
 */
final class Addresses {
  /** The first parts of the addresses of single things. */
  static final List<String> ROOMS = List.of("id", "graph", "shape");

  static final String ONTOLOGY = "ontology";
  static final String EXPLAIN = "/explain";
  static final String LINKS = "/links";

  private static final Pattern LOCAL =
      Pattern.compile("(?:(?:id|graph|shape)/.+|ontology(?:[/#].*)?)", Pattern.DOTALL);
  private static final Pattern FOLLOWED =
      Pattern.compile("(?:https?://|mailto:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Addresses() {}

  /** Where a page may lead for an IRI; empty for what no browser should follow. */
  static String of(String iri) {
    if (iri.startsWith(Casus.BASE)) {
      String path = iri.substring(Casus.BASE.length());
      if (LOCAL.matcher(path).matches()) {
        return "/" + path.replace("%2F", "/");
      }
    }
    return FOLLOWED.matcher(iri).matches() ? iri : "";
  }

  /**
   * What a path such as {@code /id/actor/russia} can mean, the likeliest first: the path as it was
   * sent, and with its slug in the one form that IRIs have.
   *
   * @param path as it was sent, not decoded
   */
  static List<Node> readings(String path) {
    List<Node> readings = new ArrayList<>();
    String sent = path.substring(1);
    readings.add(NodeFactory.createURI(Casus.BASE + sent));
    int kind = sent.indexOf('/') + 1;
    int slug = sent.indexOf('/', kind) + 1;
    if (sent.startsWith("id/") && slug > 0) {
      Node thing = Iris.thing(sent.substring(kind, slug - 1), decoded(sent.substring(slug)));
      if (!readings.contains(thing)) {
        readings.add(thing);
      }
    }
    return readings;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return text;
    }
  }

  /** The page of reasons for a thing. */
  static String reasons(String iri) {
    return EXPLAIN + "?iri=" + encoded(iri);
  }

  /**
   * The list of all that a property leads from to a thing.
   *
   * @param page from 1
   */
  static String links(String to, String by, long page) {
    return LINKS + "?to=" + encoded(to) + "&by=" + encoded(by) + (page == 1 ? "" : "&page=" + page);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
