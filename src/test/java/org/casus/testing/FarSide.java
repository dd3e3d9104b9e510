package org.casus.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;

/**
 * A server of others: a real Fuseki on loopback, behind a door at which the requests are counted
 * and things can go wrong. Faults are done in the order in which they are named, one for each
 * request; requests after that are answered.
 */
public final class FarSide implements AutoCloseable {

  /** What can go wrong. */
  public enum Fault {
    /** Nothing does. */
    NONE,
    /** The answer does not come before the client has given up. */
    SLOW,
    /** Status 429 with a wait of seven seconds. */
    TOO_MANY_REQUESTS,
    /** Status 429 with a wait of an hour. */
    TOO_MANY_REQUESTS_FOR_LONG,
    /** Status 500. */
    SERVER_ERROR,
    /** Status 400. */
    BAD_REQUEST,
    /** Half an answer that claims to be whole. */
    BROKEN_JSON,
    /** A page for people with status 200. */
    WEB_PAGE,
    /** The connection is cut in the middle of the answer. */
    CUT
  }

  private final FusekiServer fuseki;
  private final HttpServer door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final LinkedBlockingDeque<Fault> faults = new LinkedBlockingDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> userAgents = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();
  private int requests;
  private int lastAnswered = Integer.MAX_VALUE;

  private FarSide(Graph graph) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.wrap(graph);
    ServiceExecutorRegistry.set(
        dataset.getContext(), new ServiceExecutorRegistry().addSingleLink(FarSide::askOthers));
    fuseki =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.create())
            .add(
                "/wikidata", DataService.newBuilder(dataset).addEndpoint(Operation.Query, "sparql"))
            .start();
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/sparql", this::answer);
    door.setExecutor(threads);
    door.start();
  }

  /** A server that holds the triples. */
  public static FarSide with(Graph graph) {
    try {
      return new FarSide(graph);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The address of the endpoint, through the door. */
  public URI endpoint() {
    return URI.create("http://localhost:" + door.getAddress().getPort() + "/sparql");
  }

  /** The same without the door. */
  public URI direct() {
    return URI.create("http://localhost:" + fuseki.getPort() + "/wikidata/sparql");
  }

  /** What goes wrong with the next requests. */
  public FarSide goesWrong(Fault... next) {
    faults.addAll(Arrays.asList(next));
    return this;
  }

  /** From then on all requests fail, as those of a program that is stopped would. */
  public FarSide diesAfter(int answered) {
    lastAnswered = answered;
    return this;
  }

  /** All is well again. */
  public void recovers() {
    faults.clear();
    lastAnswered = Integer.MAX_VALUE;
  }

  /** How many requests came to the door. */
  public synchronized int requests() {
    return requests;
  }

  /** What was asked, in the order of the requests. */
  public synchronized List<String> queries() {
    return forms.stream()
        .map(form -> URLDecoder.decode(form.replaceFirst("^query=", ""), StandardCharsets.UTF_8))
        .toList();
  }

  /** Follows SERVICE as simple servers do: a request for each row. */
  private static QueryIterator askOthers(
      OpService put,
      OpService written,
      Binding row,
      ExecutionContext context,
      ServiceExecutor next) {
    try (QueryExecHTTP asked =
        QueryExecHTTP.service(put.getService().getURI())
            .query(OpAsQuery.asQuery(put.getSubOp()))
            .build()) {
      return new QueryIterCommonParent(
          QueryIterPlainWrapper.create(asked.select().materialize(), context), row, context);
    }
  }

  public synchronized List<String> userAgents() {
    return List.copyOf(userAgents);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean dead;
    synchronized (this) {
      requests++;
      userAgents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
      dead = requests > lastAnswered;
    }
    Fault next = faults.poll();
    Fault fault = dead ? Fault.SERVER_ERROR : next == null ? Fault.NONE : next;
    byte[] request = exchange.getRequestBody().readAllBytes();
    synchronized (this) {
      forms.add(new String(request, StandardCharsets.UTF_8));
    }
    try (exchange) {
      switch (fault) {
        case SLOW -> closing.await();
        case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_FOR_LONG -> {
          String wait = fault == Fault.TOO_MANY_REQUESTS ? "7" : "3600";
          exchange.getResponseHeaders().add("Retry-After", wait);
          send(exchange, 429, "text/plain", "Too many requests");
        }
        case SERVER_ERROR -> send(exchange, 500, "text/plain", "Something broke");
        case BAD_REQUEST -> send(exchange, 400, "text/plain", "Malformed query");
        case WEB_PAGE -> send(exchange, 200, "text/html", "<html><body>Down</body></html>");
        case NONE, BROKEN_JSON, CUT -> forward(exchange, request, fault);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange, byte[] request, Fault fault)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(direct())
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    byte[] body = response.body();
    byte[] half = Arrays.copyOf(body, body.length / 2);
    byte[] sent = fault == Fault.NONE ? body : half;
    exchange
        .getResponseHeaders()
        .add("Content-Type", response.headers().firstValue("Content-Type").orElse(""));
    exchange.sendResponseHeaders(
        response.statusCode(), fault == Fault.CUT ? body.length : sent.length);
    exchange.getResponseBody().write(sent);
    exchange.getResponseBody().flush();
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closing.countDown();
    door.stop(0);
    threads.shutdownNow();
    fuseki.stop();
  }
}
