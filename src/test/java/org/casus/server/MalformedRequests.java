package org.casus.server;

import static org.casus.server.MalformedQueries.pick;
import static org.casus.server.MalformedQueries.rubbish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Requests with faults: in the request line, the headers, the framing, the body and the query. The
 * same seed and number give the same bytes.
 */
final class MalformedRequests {

  /** How a request is sent. */
  enum Sending {
    /** Its length is as it says, so that the connection can be used again. */
    WHOLE,
    /** Its end is not where it says; the client then closes its half and reads what comes. */
    THEN_HALF_CLOSED,
    /** The client goes away before the end. */
    CUT
  }

  /**
   * A request.
   *
   * @param withoutBody whether the answer has no body, as for HEAD
   */
  record Request(byte[] bytes, Sending sending, boolean withoutBody) {

    /** The bytes as far as they can be shown. */
    String text() {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      StringBuilder shown = new StringBuilder();
      text.chars()
          .forEach(
              c -> {
                if (c == '\n' || c >= ' ' && c < 127) {
                  shown.append((char) c);
                } else {
                  shown.append("\\x%02x".formatted(c));
                }
              });
      return shown.toString();
    }
  }

  private static final List<String> PATHS =
      List.of(
          "/",
          "/casus",
          "/casus/",
          "/casus/sparql",
          "/casus/sparql/",
          "/casus/data",
          "/casus/update",
          "/casus/data/x",
          "/api",
          "/api/",
          "/api/openapi.json",
          "/api/search",
          "/api/parties-of-agreement",
          "/api/parties-of-agreement.csv",
          "/api/nothing.json",
          "/id/",
          "/id/actor/russia",
          "/id/actor/russia.ttl",
          "/id/actor",
          "/graph/reference",
          "/ontology",
          "/ontology.ttl",
          "/ontology/",
          "/.well-known/void",
          "/.well-known/",
          "/health",
          "/sitemap.xml",
          "/robots.txt",
          "/style.css",
          "/index.html",
          "/$/ping",
          "/$/server",
          "/$/stats",
          "/$/metrics",
          "/operator/sparql",
          "/operator/metrics",
          "/nothing");
  private static final List<String> PATH_PARTS =
      List.of(
          "%",
          "%2",
          "%zz",
          "%00",
          "%0a",
          "%0d%0a",
          "%2e%2e",
          "%2f",
          "%5c",
          "%c0%af",
          "%ed%a0%80",
          "%ff%fe",
          "%F0%9F%98%80",
          "..",
          "/..",
          "/../..",
          "//",
          "/./",
          ";",
          ";a=b",
          ";jsessionid=1",
          "..;/",
          "\\",
          "\\..\\",
          "~",
          "*",
          "'",
          "\"",
          "<script>",
          "{x}",
          "|",
          "^",
          "`",
          "#",
          "?",
          "&",
          "\u0000",
          "\u007f",
          "\u00e9",
          "\uD800",
          "\u202E",
          " ",
          "\t",
          ":80",
          "@host",
          ".ttl",
          ".json",
          ".csv.html",
          "%25%32%66");
  private static final List<String> PARAMETERS =
      List.of(
          "query",
          "update",
          "default-graph-uri",
          "named-graph-uri",
          "using-graph-uri",
          "timeout",
          "graph",
          "default",
          "output",
          "format",
          "results",
          "accept",
          "force-accept",
          "callback",
          "stylesheet",
          "q",
          "page",
          "limit",
          "offset",
          "lang",
          "date",
          "actor",
          "agreement",
          "",
          "a[]");
  private static final List<String> VALUES =
      List.of(
          "",
          "1",
          "-1",
          "0",
          "99999999999999999999",
          "1e5",
          "NaN",
          "2020-02-30",
          "2020-13",
          "..",
          "*",
          "%",
          "%00",
          "%zz",
          "%ff",
          "json",
          "xml",
          "csv",
          "text",
          "turtle",
          "urn:x-arq:DefaultGraph",
          "urn:x-arq:UnionGraph",
          "default",
          "file:///etc/passwd",
          "http://localhost:1/",
          "http://a b/",
          "x:y",
          "<x:y>",
          "_:b",
          "relative",
          "java:x.Y",
          "alert(1)",
          "true",
          "armenia",
          "'%20OR%201=1",
          "%F0%28%8C%28",
          "%ED%A0%80");
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "get",
          "Post",
          "FOO",
          "G,T",
          "M-SEARCH",
          "PRI",
          "QUERY",
          "A".repeat(300));
  private static final List<String> TYPES =
      List.of(
          "application/sparql-query",
          "application/sparql-update",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=x",
          "text/plain",
          "text/turtle",
          "application/json",
          "",
          " ",
          ";",
          "/",
          "a",
          "a/",
          "/b",
          "*/*",
          "text/*;q=1",
          "application/sparql-query; charset=klingon",
          "application/sparql-query; charset=",
          "application/sparql-query; charset=\"",
          "application/sparql-query; charset=utf-16",
          "application/x-www-form-urlencoded; charset=klingon",
          "application/x-www-form-urlencoded; charset=utf-7",
          "application/sparql-query;;;;a=b;=;",
          "application/sparql-query, text/plain",
          "APPLICATION/SPARQL-QUERY",
          "application/\u00e9",
          "a/b".repeat(500));
  private static final List<String> ACCEPTS =
      List.of(
          "",
          " ",
          ",",
          ";",
          "*",
          "*/",
          "/*",
          "*/*",
          "text/html",
          "text/csv",
          "application/json",
          "application/sparql-results+json;q=",
          "text/csv;q=abc",
          "text/csv;q=-1",
          "text/csv;q=1e9",
          "text/csv;q=0",
          "*/*;q=0",
          "text/csv;charset=\"",
          "\"",
          "(",
          "text/csv;;;",
          "text/turtle;version=1.2;q=.5.5",
          "application/problem+json",
          "application/x-unknown",
          "a/b,".repeat(400),
          "text/html;a=\"\\\"\"",
          "\u00e9/\u00e9",
          "application/ld+json;profile=\"http://x y\"",
          "application/n-quads",
          "application/rdf+thrift",
          "text/*",
          "application/sparql-results+thrift",
          "application/sparql-results+protobuf",
          "application/trig, */*;q=0.0001");
  private static final List<String> TAGS =
      List.of(
          "*",
          "\"",
          "W/",
          "W/\"",
          "\"a\",",
          ",,,",
          "W/\"x\", \"y\"",
          "",
          " ",
          "\"a",
          "a",
          "\"\u00e9\"",
          "W/\"" + "f".repeat(3000) + "\"");
  private static final List<String> HEADERS =
      List.of(
          "Range: bytes=0-",
          "Range: bytes=-1",
          "Range: bytes=9-1,a",
          "Range: lines=1-2",
          "Expect: 200-ok",
          "Expect: 100-continue, x",
          "If-Modified-Since: yesterday",
          "If-Modified-Since: Sun, 99 Foo 0000",
          "If-Unmodified-Since: 0",
          "If-Match: *",
          "If-Match: \"",
          "If-Range: \"",
          "Cookie: a",
          "Cookie: a=\"",
          "Cookie: $Version=9; a=b",
          "Cookie: =;;=",
          "Authorization: Basic",
          "Authorization: Basic !!!",
          "Authorization: Basic Og==",
          "Authorization: Bearer x",
          "Authorization: Digest username=\"",
          "Authorization:",
          "Origin: null",
          "Origin: \"",
          "Origin: http://a b",
          "Access-Control-Request-Method: FOO",
          "Access-Control-Request-Headers: ,,,",
          "Forwarded: for=\"",
          "X-Forwarded-For: ,",
          "X-Forwarded-Host: a b:x",
          "X-Forwarded-Proto: gopher",
          "X-HTTP-Method-Override: DELETE",
          "Upgrade: h2c",
          "Connection: Upgrade, HTTP2-Settings",
          "HTTP2-Settings: !!!",
          "Connection: close, keep-alive",
          "Connection: ,",
          "Keep-Alive: x",
          "Accept-Encoding: gzip;q=x",
          "Accept-Encoding: ,,*",
          "Accept-Language: \"",
          "Accept-Charset: klingon",
          "Content-Encoding: gzip",
          "Content-Encoding: deflate",
          "Content-Encoding: klingon",
          "Content-Language: \"",
          "Content-Disposition: ;",
          "Cache-Control: max-age=x",
          "Cache-Control: no-store",
          "Pragma:",
          "TE: trailers, x;q=",
          "Trailer: Content-Length",
          "Via: x",
          "Date: x",
          "Referer: \"",
          "User-Agent: \u00e9\uFFFF",
          "X: " + "y".repeat(4000),
          "Max-Forwards: -1",
          "Slug: x",
          "SOAPAction: \"",
          "Link: <",
          "Warning: x",
          "Content-Location: //");

  /** Headers that break the request itself; what comes after may be taken for anything. */
  private static final List<String> BREAKING =
      List.of(
          "no colon",
          ": no name",
          "A B: c",
          "A\u0000: b",
          "A: b\u0000c",
          "A: b\rc",
          " folded: x",
          "\tfolded",
          "A: b\r\n folded",
          "\u00e9: x",
          "Content-Length: -1",
          "Content-Length: x",
          "Content-Length: 1, 2",
          "Content-Length: 99999999999999999999",
          "Content-Length: +3",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 100",
          "Content-Length: 3",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: x",
          "Transfer-Encoding:",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 4",
          "Expect: 100-continue",
          "Host: a\r\nHost: b",
          "Host: a b",
          "Host: [",
          "Host: \u00e9",
          "Host: localhost:99999",
          "Host: localhost:x",
          "Host:",
          "Host: ..",
          "X: " + "y".repeat(12_000),
          "X: y\r\n".repeat(400) + "X: z");

  private static final List<String> VERSIONS =
      List.of(
          "HTTP/1.0",
          "HTTP/0.9",
          "HTTP/2.0",
          "HTTP/9.9",
          "HTTP/1.1.1",
          "HTTP/1",
          "HTTP/",
          "http/1.1",
          "HTTP/1.1 x",
          "",
          "FTP/1.1",
          "HTTP/1.\u0000");

  private final long seed;
  private final MalformedQueries queries;

  MalformedRequests(long seed, MalformedQueries queries) {
    this.seed = seed;
    this.queries = queries;
  }

  /** The request with this number. */
  Request request(int number) {
    return new Draft(new SplittableRandom(seed * 1_000_003 + number)).request();
  }

  private final class Draft {
    private final RandomGenerator random;
    private final List<String> headers = new ArrayList<>();
    private String method;
    private String version = "HTTP/1.1";
    private Sending sending = Sending.WHOLE;
    private byte[] body = new byte[0];

    Draft(RandomGenerator random) {
      this.random = random;
    }

    Request request() {
      method = chance(60) ? "GET" : chance(60) ? "POST" : pick(METHODS, random);
      boolean sparql = chance(55);
      String target = sparql ? "/casus/sparql" : path();
      if (method.equals("POST") || chance(5)) {
        target += addBody(sparql);
      } else {
        target += parameters(sparql);
      }
      if (chance(95)) {
        headers.add("Host: localhost");
      } else {
        sending = Sending.THEN_HALF_CLOSED;
      }
      if (chance(70)) {
        headers.add("Accept: " + (chance(70) ? pick(ACCEPTS, random) : rubbish(random)));
      }
      if (chance(15)) {
        headers.add("If-None-Match: " + pick(TAGS, random));
      }
      if (chance(30)) {
        headers.add(pick(HEADERS, random));
      }
      String breaking = chance(12) ? pick(BREAKING, random) : "";
      if (!breaking.isEmpty()) {
        headers.add(random.nextInt(headers.size() + 1), breaking);
        sending = Sending.THEN_HALF_CLOSED;
      }
      if (chance(4)) {
        version = pick(VERSIONS, random);
        sending = Sending.THEN_HALF_CLOSED;
      }
      if (body.length > 0 && !breaking.contains("Content-Length")) {
        headers.add("Content-Length: " + body.length);
      }
      String requestLine = method + " " + target + " " + version;
      if (breaksLines(requestLine) || headers.stream().anyMatch(Draft::breaksLines)) {
        sending = Sending.THEN_HALF_CLOSED;
      }
      byte[] bytes = bytes(requestLine + "\r\n");
      if (chance(3)) {
        sending = Sending.CUT;
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      return new Request(bytes, sending, method.equals("HEAD"));
    }

    private static boolean breaksLines(String text) {
      return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private String path() {
      StringBuilder path = new StringBuilder(pick(PATHS, random));
      while (chance(35)) {
        path.insert(random.nextInt(path.length() + 1), pick(PATH_PARTS, random));
      }
      if (chance(2)) {
        path.append("x".repeat(1 << (6 + random.nextInt(9))));
      }
      if (chance(2)) {
        return pick(
            List.of(
                "*",
                "localhost:80",
                "http://example.org/",
                "http://",
                "://",
                "x",
                "",
                "http://localhost/casus/sparql?query=ASK{}"),
            random);
      }
      return path.toString();
    }

    private String parameters(boolean sparql) {
      StringBuilder text = new StringBuilder();
      if (sparql) {
        parameter(text, "query", encoded(queries.next(random)));
      }
      while (chance(sparql ? 20 : 60)) {
        String value = chance(70) ? pick(VALUES, random) : encoded(rubbish(random));
        parameter(text, pick(PARAMETERS, random), value);
      }
      if (chance(1)) {
        parameter(text, "query", "ASK{}&query=ASK{}".repeat(100));
      }
      return text.toString();
    }

    private void parameter(StringBuilder text, String name, String value) {
      text.append(text.isEmpty() ? '?' : '&').append(name);
      if (!chance(3)) {
        text.append('=').append(value);
      }
    }

    /** Adds a body and its type, and gives what is left for the address. */
    private String addBody(boolean sparql) {
      String query = queries.next(random);
      if (chance(50)) {
        headers.add("Content-Type: application/sparql-query");
        body = utf8(query);
      } else if (chance(60)) {
        headers.add("Content-Type: application/x-www-form-urlencoded");
        body = utf8("query=" + encoded(query) + parameters(false).replace('?', '&'));
      } else {
        headers.add("Content-Type: " + (chance(80) ? pick(TYPES, random) : rubbish(random)));
        body = utf8(chance(50) ? query : chance(50) ? "query=" + query : rubbish(random));
      }
      if (random.nextInt(500) == 0) {
        body = new byte[1_100_000];
      }
      return sparql && chance(30) ? parameters(false) : "";
    }

    /** Percent-encoded as a form, a few faults left in. */
    private String encoded(String text) {
      StringBuilder encoded = new StringBuilder();
      for (byte b : utf8(text)) {
        char c = (char) (b & 0xff);
        if (c > ' ' && c < 127 && "%&+=#".indexOf(c) < 0) {
          encoded.append(c);
        } else {
          encoded.append(random.nextInt(500) == 0 ? "%" : "%%%02X".formatted((int) c));
        }
      }
      return encoded.toString();
    }

    private byte[] bytes(String requestLine) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(utf8(requestLine));
      for (String header : headers) {
        bytes.writeBytes(utf8(header + "\r\n"));
      }
      bytes.writeBytes(utf8("\r\n"));
      bytes.writeBytes(body);
      return bytes.toByteArray();
    }
  }

  /** Lone surrogates are written as they are, which is not UTF-8: three bytes each. */
  private static byte[] utf8(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= 0xD800 && c <= 0xDFFF) {
                bytes.write(0xE0 | c >> 12);
                bytes.write(0x80 | c >> 6 & 0x3F);
                bytes.write(0x80 | c & 0x3F);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }
}
