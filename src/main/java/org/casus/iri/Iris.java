package org.casus.iri;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.vocab.Casus;

/**
 * Mints the IRIs that outsiders rely on. A thing is {@code https://w3id.org/casus/id/KIND/SLUG};
 * the slug is a stable key written by a curator, so that correcting a name never changes an IRI.
 * Characters that RFC 3986 does not call unreserved are percent-encoded as UTF-8, supplementary
 * characters included; no two slugs give the same IRI.
 */
public final class Iris {

  /** What every IRI of a thing begins with. */
  public static final String THINGS = Casus.BASE + "id/";

  /** What every IRI of a named graph begins with. */
  public static final String GRAPHS = Casus.BASE + "graph/";

  private Iris() {}

  public static Node thing(String kind, String slug) {
    return NodeFactory.createURI(THINGS + kind + "/" + encoded(slug));
  }

  /** A concept of a controlled vocabulary: the scheme is the kind, the notation is the slug. */
  public static Node concept(String scheme, String code) {
    return thing(scheme, code);
  }

  public static Node scheme(String name) {
    return thing("scheme", name);
  }

  /** A named graph; the name may have a slash, as {@code article/KEY} has. */
  public static Node graph(String name) {
    return NodeFactory.createURI(GRAPHS + name);
  }

  /** The name of a graph, without the namespace; the whole IRI of a graph of another system. */
  public static String graphName(Node graph) {
    String iri = graph.getURI();
    return iri.startsWith(GRAPHS) ? iri.substring(GRAPHS.length()) : iri;
  }

  private static String encoded(String slug) {
    if (slug.chars().allMatch(Iris::isUnreserved)) {
      return slug;
    }
    StringBuilder iri = new StringBuilder();
    for (byte octet : slug.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isUnreserved(character)) {
        iri.append(character);
      } else {
        iri.append("%%%02X".formatted((int) character));
      }
    }
    return iri.toString();
  }

  private static boolean isUnreserved(int character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || "-._~".indexOf(character) >= 0;
  }
}
