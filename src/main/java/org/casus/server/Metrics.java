package org.casus.server;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.casus.http.Evaluator;

/**
 * Counts what the server does, for the operator's Prometheus. Requests are counted by the part of
 * the server and the status, never by what somebody asked.
 */
final class Metrics implements Filter {
  private static final List<String> PARTS =
      List.of(
          "/casus/sparql", "/casus/data", "/api/", "/id/", "/ontology", "/reconcile", "/operator/");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(ResponseCache cache, ServedBuilds builds) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    counter("casus.cache.hits", "Answers that were kept", cache, all -> stats(all).hitCount());
    counter(
        "casus.cache.misses", "Answers that had to be made", cache, all -> stats(all).missCount());
    Gauge.builder("casus.cache.answers", cache, all -> all.answers().estimatedSize())
        .description("Answers that are kept now")
        .register(registry);
    Gauge.builder("casus.build", builds, all -> number(all.current().info().buildId()))
        .description("The number of the build that new requests see")
        .register(registry);
  }

  /** Counts the queries of a service, too. */
  void observe(String service, Evaluator evaluator) {
    Gauge.builder("casus.queries.running", evaluator, Evaluator::running)
        .tag("service", service)
        .description("Queries that run now")
        .register(registry);
    FunctionCounter.builder("casus.queries.abandoned", evaluator, Evaluator::cancelled)
        .tag("service", service)
        .description("Queries that were stopped since their client had gone away")
        .register(registry);
  }

  private <T> void counter(String name, String description, T of, ToDoubleFunction<T> count) {
    FunctionCounter.builder(name, of, count).description(description).register(registry);
  }

  private static CacheStats stats(ResponseCache cache) {
    return cache.answers().stats();
  }

  private static double number(String buildId) {
    return Double.parseDouble(buildId.substring(1));
  }

  /** Everything in the text format of Prometheus. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Timer.builder("casus.requests")
          .description("Requests by part of the server and status")
          .tag("part", part(((HttpServletRequest) request).getRequestURI()))
          .tag("status", Integer.toString(((HttpServletResponse) response).getStatus()))
          .register(registry)
          .record(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static String part(String path) {
    return PARTS.stream().filter(path::startsWith).findFirst().orElse("other");
  }
}
