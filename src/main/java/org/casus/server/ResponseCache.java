package org.casus.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.digest.MurmurHash3;
import org.casus.http.ServedBuild;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers to GET, and gives every answer an entity tag (RFC 9110, section 8.8.3). A build
 * does not change, so an answer depends on the build, the address and the wishes of the client
 * only; what depends on more says {@code Cache-Control: no-store} and is not kept.
 *
 * <p>{@code Cache-Status} (RFC 9211) tells whether an answer was kept. A client that wants one made
 * anew, or not kept, says so with {@code Cache-Control: no-cache} or {@code no-store}.
 */
final class ResponseCache implements Filter {
  /** Answers that are larger are sent while they are made. */
  static final int LARGEST = 4_000_000;

  private static final long ALL = 64_000_000;
  private static final int LONGEST_KEY = 64_000;
  private static final int OVERHEAD = 500;
  private static final String NO_STORE = "no-store";

  /** What belongs to one response and not to the answer. */
  private static final Set<String> NOT_KEPT =
      Set.of("date", "server", "connection", "fuseki-request-id", "cache-status", "etag");

  /** What depends on which site asks; the server gives it anew to each. */
  private static final String CROSS_ORIGIN = "access-control-";

  private record Header(String name, String value) {}

  private record Answer(List<Header> headers, byte[] body) {
    int weight(String key) {
      return OVERHEAD + 2 * key.length() + body.length;
    }
  }

  private final Cache<String, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(ALL)
          .weigher((String key, Answer answer) -> answer.weight(key))
          .recordStats()
          .build();

  /** The answers that are kept, for counting. */
  Cache<?, ?> answers() {
    return answers;
  }

  /** Drops the answers of earlier builds, which nobody asks for any more. */
  void clear() {
    answers.invalidateAll();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    boolean get = asked.getMethod().equals("GET");
    boolean forEveryone = !asked.getRequestURI().startsWith(Operators.PATH);
    if (!forEveryone || !get && !asked.getMethod().equals("HEAD")) {
      chain.doFilter(request, response);
      return;
    }
    String key = key(asked);
    if (key.length() > LONGEST_KEY) {
      chain.doFilter(request, response);
      return;
    }
    String tag = tag(key);
    if (holds(asked, tag)) {
      answer.setHeader("ETag", tag);
      answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    boolean freshly = wishes(asked, "no-cache") || wishes(asked, NO_STORE);
    @Nullable Answer kept = freshly ? null : answers.getIfPresent(key);
    if (kept == null) {
      answer.setHeader("Cache-Status", freshly ? "casus; fwd=request" : "casus; fwd=miss");
      make(asked, answer, chain, get && !wishes(asked, NO_STORE) ? key : null, tag);
    } else {
      answer.setHeader("Cache-Status", "casus; hit");
      answer.setHeader("ETag", tag);
      send(kept, answer, get);
    }
  }

  /** Whether the client set a directive (RFC 9111, section 5.2.1). */
  private static boolean wishes(HttpServletRequest request, String directive) {
    return Collections.list(request.getHeaders("Cache-Control")).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .anyMatch(each -> each.strip().equalsIgnoreCase(directive));
  }

  private static String key(HttpServletRequest request) {
    StringBuilder key = new StringBuilder(ServedBuild.of(request).version());
    key.append(' ').append(request.getRequestURL());
    if (request.getQueryString() != null) {
      key.append('?').append(request.getQueryString());
    }
    for (String wish : Collections.list(request.getHeaders("Accept"))) {
      key.append('\n').append(wish);
    }
    return key.toString();
  }

  /** Weak, since two makings of one answer may differ in the labels of blank nodes. */
  private static String tag(String key) {
    long[] hash = MurmurHash3.hash128x64(key.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "W/\"%016x%016x\"", hash[0], hash[1]);
  }

  /** Whether the client has this answer (RFC 9110, section 13.1.2). */
  private static boolean holds(HttpServletRequest request, String tag) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .anyMatch(held -> weak(held).equals(tag));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }

  private void make(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      @Nullable String key,
      String tag)
      throws IOException, ServletException {
    HeldResponse held = new HeldResponse(response, LARGEST, () -> mark(response, tag));
    chain.doFilter(request, held);
    if (held.passed() || request.isAsyncStarted()) {
      return;
    }
    boolean keep = mark(response, tag);
    byte[] body = held.body();
    if (keep && key != null) {
      answers.put(key, new Answer(headers(response), body));
    }
    if (!response.isCommitted()) {
      response.getOutputStream().write(body);
    }
  }

  /** Adds what a lasting answer has; false when this is not one. */
  private static boolean mark(HttpServletResponse response, String tag) {
    @Nullable String control = response.getHeader("Cache-Control");
    boolean lasting =
        response.getStatus() == HttpServletResponse.SC_OK
            && (control == null || !control.contains(NO_STORE));
    if (lasting) {
      response.setHeader("ETag", tag);
    }
    if (control == null) {
      response.setHeader("Cache-Control", lasting ? "no-cache" : NO_STORE);
    }
    return lasting;
  }

  private static List<Header> headers(HttpServletResponse response) {
    List<Header> headers = new ArrayList<>();
    for (String name : response.getHeaderNames()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!NOT_KEPT.contains(lower) && !lower.startsWith(CROSS_ORIGIN)) {
        response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
      }
    }
    return headers;
  }

  private static void send(Answer answer, HttpServletResponse response, boolean withBody)
      throws IOException {
    for (Header header : answer.headers()) {
      response.setHeader(header.name(), null);
    }
    for (Header header : answer.headers()) {
      response.addHeader(header.name(), header.value());
    }
    response.setContentLength(answer.body().length);
    if (withBody) {
      response.getOutputStream().write(answer.body());
    }
  }
}
