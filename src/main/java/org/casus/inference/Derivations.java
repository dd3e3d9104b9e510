package org.casus.inference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.graph.Node;
import org.casus.iri.Iris;

/**
 * Names derivations by what they are, so that the same derivation has the same IRI in each build.
 */
final class Derivations {
  /** Of 256 bits: with a million reasons the odds of a clash are below one in ten to the ninth. */
  private static final int BYTES = 12;

  private Derivations() {}

  static Node node(String rule, String conclusion, List<Node> premises) {
    StringBuilder text = new StringBuilder(rule).append('\n').append(conclusion);
    premises.forEach(premise -> text.append('\n').append(premise));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return Iris.thing("derivation", HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
