package org.casus.query;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.FmtUtils;
import org.jspecify.annotations.Nullable;

/**
 * Puts terms in the place of variables in the text of a query, for people who read and change it:
 * layout and comments stay. Programs run the parsed query instead.
 */
final class QueryText {

  /**
   * The tokens of SPARQL 1.1 in which a question mark is no variable (comments, IRIs, strings), and
   * variables, whose name is the group.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "#[^\\r\\n]*+",
              "<[^<>\"{}|^`\\\\\\x00-\\x20]*+>",
              "\"\"\"(?:\"{0,2}(?:[^\"\\\\]|\\\\.))*+\"\"\"",
              "'''(?:'{0,2}(?:[^'\\\\]|\\\\.))*+'''",
              "\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"",
              "'(?:[^'\\\\\\r\\n]|\\\\.)*+'",
              "[?$]([\\w\\u00B7]++)"),
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private QueryText() {}

  /**
   * The text of a query without its header, with the terms in the place of their variables and
   * without the defaults of these.
   *
   * <p>Where a term cannot stand where its variable stands in the text, as in the SELECT clause of
   * a subquery, the query is written anew, and layout and comments are lost.
   *
   * @param query without the defaults
   */
  static String replaced(String sparql, Query query, Map<Var, Node> terms) {
    String text = withoutHeader(sparql);
    if (terms.isEmpty()) {
      return text;
    }
    String open = Defaults.without(text, terms.keySet());
    String replaced = replaced(open, query.getPrefixMapping(), terms);
    String meant = serialized(QueryTransformOps.replaceVars(query, terms));
    return meant.equals(reserialized(replaced)) ? replaced : meant;
  }

  /** The text as Jena writes it, which is the same for the same query; null if it is none. */
  private static @Nullable String reserialized(String text) {
    try {
      return serialized(QueryFactory.create(text, Syntax.syntaxSPARQL_11));
    } catch (QueryException notSparql) {
      return null;
    }
  }

  private static String serialized(Query query) {
    return query.serialize(Syntax.syntaxSPARQL_11);
  }

  private static String withoutHeader(String sparql) {
    return sparql
        .lines()
        .dropWhile(line -> line.startsWith(Header.MARK))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String replaced(String text, PrefixMapping prefixes, Map<Var, Node> terms) {
    Matcher matcher = TOKEN.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      Node term = matcher.group(1) == null ? null : terms.get(Var.alloc(matcher.group(1)));
      matcher.appendReplacement(
          out,
          Matcher.quoteReplacement(
              term == null ? matcher.group() : FmtUtils.stringForNode(term, prefixes)));
    }
    return matcher.appendTail(out).toString();
  }
}
