package org.casus.server;

import java.io.StringReader;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;

/**
 * Keywords of SPARQL to be found in the text of a query, wherever they stand: also inside
 * sub-queries, EXISTS and aggregates, where what they ask for would be reached late or, with no
 * rows, never.
 */
final class Keywords {
  private final Set<Integer> kinds;

  /** Reading all tokens takes as long as parsing, and most queries have no such word at all. */
  private final Pattern perhaps;

  private Keywords(Set<Integer> kinds) {
    this.kinds = kinds;
    // A codepoint escape (SPARQL 1.1, section 19.2) may spell a keyword, too, and it may follow a
    // number without a space.
    this.perhaps =
        Pattern.compile(
            kinds.stream()
                .map(kind -> SPARQLParser11Constants.tokenImage[kind].replace("\"", ""))
                .sorted()
                .collect(Collectors.joining("|", "\\\\|", "")),
            Pattern.CASE_INSENSITIVE);
  }

  /**
   * @param kinds tokens, from {@link SPARQLParser11Constants}
   */
  static Keywords of(Integer... kinds) {
    return new Keywords(Set.copyOf(Arrays.asList(kinds)));
  }

  /**
   * Whether the text has one of them outside of its comments, names and texts.
   *
   * @param text what {@link QueryPolicy#parse} made a query of
   */
  boolean isIn(String text) {
    if (!perhaps.matcher(text).find()) {
      return false;
    }
    SPARQLParser11 tokens = new SPARQLParser11(new StringReader(text));
    int kind;
    do {
      kind = tokens.getNextToken().kind;
    } while (kind != SPARQLParser11Constants.EOF && !kinds.contains(kind));
    return kind != SPARQLParser11Constants.EOF;
  }
}
