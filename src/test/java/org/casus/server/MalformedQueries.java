package org.casus.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Queries of the catalogue with faults in them, and texts that parsers and engines stumble over.
 */
final class MalformedQueries {
  private static final List<String> SNIPPETS =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "<",
          ">",
          "\"",
          "'",
          "\"\"\"",
          "\\",
          "#",
          ";",
          ".",
          ",",
          "?",
          "$",
          "@",
          "^^",
          "\u0000",
          "\uFEFF",
          "\uFFFF",
          "\u202E",
          "\uD83D\uDE00",
          "\uD800",
          "\uDC00",
          "\\u12",
          "\\uD800",
          "\\UFFFFFFFF",
          "\\U00110000",
          "\\x",
          "%",
          "%zz",
          "_:",
          "<>",
          "<\n>",
          "<a b>",
          "[]",
          "()",
          "*",
          "+",
          "/",
          "!",
          "^",
          "|",
          "&&",
          "||",
          "=",
          "!=",
          ">=",
          "-",
          "1e",
          "1e999999",
          ".5e-",
          "0x1F",
          "00000001",
          " SELECT ",
          " WHERE ",
          " FILTER ",
          " OPTIONAL ",
          " UNION ",
          " MINUS ",
          " GRAPH ?g ",
          " SERVICE ",
          " BIND ",
          " VALUES ",
          " GROUP BY ",
          " HAVING ",
          " ORDER BY ",
          " LIMIT -1 ",
          " LIMIT 99999999999999999999 ",
          " OFFSET 1e9 ",
          " DISTINCT ",
          " REDUCED ",
          " FROM ",
          " FROM NAMED ",
          " BASE <",
          " PREFIX : <",
          " AS ?x ",
          " IN () ",
          " NOT EXISTS ",
          " UNDEF ",
          " a ",
          " true ",
          " <urn:x-arq:DefaultGraph> ",
          " <urn:x-arq:UnionGraph> ",
          " <java:> ",
          " LOAD <file:///> ",
          " ; DROP ALL ",
          " CALL(<x:y>) ",
          " LET (?a := 1) ",
          " << ?a ?b ?c >> ",
          " LATERAL { } ",
          " JSON { } ");

  /** What a query engine has to do with: built from these pieces, or a piece alone. */
  private static final List<String> EXPRESSIONS =
      List.of(
          "1/0",
          "xsd:integer(\"%s\")",
          "STRDT(\"%s\", <%s>)",
          "STRLANG(\"a\", \"%s\")",
          "IRI(\"%s\")",
          "SUBSTR(\"%s\", -5, 1e300)",
          "SUBSTR(\"%s\", 2147483648)",
          "REPLACE(\"%s\", \"%s\", \"$9\")",
          "REPLACE(\"abc\", \"\", \"x\")",
          "REGEX(\"%s\", \"%s\")",
          "REGEX(\"a\", \"a\", \"%s\")",
          "REGEX(\"a\", \"(?<%s\")",
          "ENCODE_FOR_URI(\"%s\")",
          "MONTH(\"%s\")",
          "TZ(\"%s\"^^xsd:dateTime)",
          "ABS(\"%s\"^^xsd:integer)",
          "\"%s\"^^xsd:dateTime < NOW()",
          "1%s",
          "-9223372036854775809 - 1",
          "1e308 * 10",
          "0.0/0.0",
          "COALESCE()",
          "IF(1, 2)",
          "CONCAT(\"%s\", 1)",
          "LANGMATCHES(\"%s\", \"*\")",
          "BNODE(\"%s\")",
          "SHA512(\"%s\")",
          "UUID()",
          "STRBEFORE(\"%s\", \"%s\")",
          "ROUND(1e400)",
          "\"%s\"^^<%s>",
          "?%s",
          "<%s>(1)",
          "COUNT(*)",
          "SUM(DISTINCT ?x)",
          "GROUP_CONCAT(?x; separator=\"%s\")",
          "SAMPLE(?y)",
          "\"%s\" IN (\"%s\", 1, <x:y>)",
          "EXISTS { ?s ?p \"%s\" }",
          "<http://www.w3.org/2005/xpath-functions#%s>(\"a\")",
          "<http://jena.apache.org/ARQ/function#%s>(1)",
          "xsd:date(\"%s\") + xsd:duration(\"%s\")",
          "xsd:duration(\"P99999999999Y\") * 1e300");

  private static final List<String> SEARCHES =
      List.of(
          "",
          " ",
          "*",
          "?",
          "~",
          "a~99",
          "a*b?c*",
          "*:*",
          "label:*",
          "nofield:a",
          "\\\"",
          "\\\"a",
          "(",
          "((((",
          "a AND",
          "NOT",
          "OR OR",
          "[a TO",
          "[* TO *]",
          "{a TO b}",
          "/a+/",
          "/(a+)+b/",
          "/[/",
          "a^1e9",
          "a^",
          "+-+-",
          "a\\\\",
          "%s",
          "%s*",
          "\\\"%s\\\"~5",
          "AND %s");

  private final List<String> catalogue;

  MalformedQueries(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      this.catalogue =
          files
              .filter(file -> file.toString().endsWith(".rq"))
              .sorted()
              .map(MalformedQueries::withoutHeader)
              .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String withoutHeader(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A query; a few are right by accident. */
  String next(RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0 -> nested(random);
      case 1, 2 ->
          "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ("
              + expression(random)
              + " AS ?v) { ?s ?p ?o }";
      case 3 ->
          "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?s { ?s ?p ?o FILTER("
              + expression(random)
              + ") }";
      case 4 ->
          "PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query \""
              + pick(SEARCHES, random).replace("%s", rubbish(random))
              + "\" }";
      case 5 -> repeated(random);
      default -> mutated(pick(catalogue, random), random);
    };
  }

  private static String mutated(String text, RandomGenerator random) {
    StringBuilder query = new StringBuilder(text);
    for (int faults = 1 + random.nextInt(4); faults > 0 && !query.isEmpty(); faults--) {
      int at = random.nextInt(query.length());
      int end = Math.min(query.length(), at + 1 + random.nextInt(40));
      switch (random.nextInt(6)) {
        case 0 -> query.delete(at, end);
        case 1 -> query.insert(at, query.substring(at, end));
        case 2 -> query.insert(at, pick(SNIPPETS, random));
        case 3 -> query.setCharAt(at, (char) random.nextInt(0x10000));
        case 4 -> query.setLength(at);
        default -> query.replace(at, end, rubbish(random));
      }
    }
    return query.toString();
  }

  private static String nested(RandomGenerator random) {
    int depth = 1 << (1 + random.nextInt(13));
    String[] pair =
        pick(
            List.of(
                new String[] {"SELECT * ", "{", "}", ""},
                new String[] {"SELECT * { FILTER", "(", ")", "}"},
                new String[] {"SELECT * { FILTER(", "!", "", "true) }"},
                new String[] {"SELECT * { FILTER(", "-", "", "1) }"},
                new String[] {"SELECT * { ?s ", "(", ")", " ?o }"},
                new String[] {"SELECT * { ?s ", "^", "", "<x:p> ?o }"},
                new String[] {"SELECT * { ?s <x:p>", "/<x:p>", "", " ?o }"},
                new String[] {"SELECT * { ?s ", "[ <x:p> ", "]", " }"},
                new String[] {"ASK ", "{ OPTIONAL ", "}", "{}"},
                new String[] {"ASK ", "{ SELECT * ", "}", "{}"},
                new String[] {"ASK { FILTER ", "EXISTS { FILTER ", "}", "(true) }"},
                new String[] {"ASK { FILTER(IF", "(true, 1, IF", ")", "(true, 1, 0)) }"}),
            random);
    boolean closed = random.nextInt(4) > 0;
    return pair[0] + pair[1].repeat(depth) + (closed ? pair[2].repeat(depth) : "") + pair[3];
  }

  private static String repeated(RandomGenerator random) {
    int times = 1 << random.nextInt(11);
    return switch (random.nextInt(7)) {
      case 0 -> "SELECT * { " + "?s ?p ?o . ".repeat(times) + "}";
      case 1 -> "SELECT " + numbered("?v%d ", times) + "{}";
      case 2 -> numbered("PREFIX p%d: <x:%<d> ", times) + "ASK {}";
      case 3 -> "ASK { VALUES (?a ?b) { " + "(1 UNDEF) ".repeat(times) + "} }";
      case 4 -> "SELECT * { " + numbered("{ ?s ?p %d } UNION ", times) + "{} }";
      case 5 -> "ASK { ?s <" + "x:y".repeat(times) + "> " + "9".repeat(times) + " }";
      default -> "SELECT * " + "FROM <x:g> FROM NAMED <x:h> ".repeat(times) + "{ GRAPH ?g {} }";
    };
  }

  private static String numbered(String part, int times) {
    return IntStream.range(0, times).mapToObj(part::formatted).collect(Collectors.joining());
  }

  private static String expression(RandomGenerator random) {
    String expression = pick(EXPRESSIONS, random);
    while (expression.contains("%s")) {
      int at = expression.indexOf("%s");
      expression =
          expression.substring(0, at)
              + rubbish(random).replace("%s", "")
              + expression.substring(at + 2);
    }
    return expression;
  }

  /** A few characters of any kind, lone surrogates included. */
  static String rubbish(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.append(pick(SNIPPETS, random));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  static <T> T pick(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
