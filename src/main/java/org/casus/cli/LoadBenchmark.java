package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueQuery;
import org.casus.store.Build;

/**
 * Load on the server: the questions of the catalogue asked over several connections at once, by
 * this process of two others, the server of Casus and a plain Fuseki of the same Jena over a copy
 * of the same TDB2 database. Their turns alternate, so that what else the machine does falls on
 * both.
 */
final class LoadBenchmark {
  private static final int TURNS = 2;

  /** Java compiles what runs often; until it has, that is a good part of what is measured. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final String LINE = "%-26s%6s%12s%10s%10s%10s%8s";

  /** Whom to ask, and whether each query is made one that was never asked before. */
  private record Target(String name, URI endpoint, boolean anew) {}

  private record Load(Target target, int connections) {}

  private static final class Measured {
    private final List<long[]> times = new ArrayList<>();
    private long errors;
    private long nanoseconds;

    long[] sorted() {
      return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    double throughput() {
      return sorted().length / (nanoseconds / 1e9);
    }
  }

  private final Catalogue catalogue;
  private final Build build;
  private final Path database;
  private final List<Integer> connections;
  private final Duration time;
  private final PrintWriter out;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong asked = new AtomicLong();

  /**
   * @param connections over how many at once, one load each
   * @param time of all loads together, without the start of the servers
   */
  LoadBenchmark(
      Catalogue catalogue,
      Build build,
      Path database,
      List<Integer> connections,
      Duration time,
      PrintWriter out) {
    this.catalogue = catalogue;
    this.build = build;
    this.database = database;
    this.connections = List.copyOf(connections);
    this.time = time;
    this.out = out;
  }

  /** Prints a line for each load; false when any request failed. */
  boolean run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("casus-load");
    List<Process> servers = new ArrayList<>();
    try {
      int casusPort = freePort();
      int plainPort = freePort();
      servers.add(
          java(
              directory.resolve("casus.log"),
              "org.casus.Main",
              "serve",
              "--port",
              Integer.toString(casusPort),
              "--database",
              database.toString()));
      Path copy = copy(build.database(), directory.resolve("tdb2"));
      servers.add(
          java(
              directory.resolve("plain.log"),
              "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
              "--localhost",
              "--port=" + plainPort,
              "--loc=" + copy,
              "--set",
              "tdb2:unionDefaultGraph=true",
              "/casus"));
      URI casus = endpoint(casusPort);
      URI plain = endpoint(plainPort);
      awaitAnswer(casus, servers.get(0));
      awaitAnswer(plain, servers.get(1));
      return measure(
          List.of(
              new Target("plain Fuseki", plain, true),
              new Target("Casus, first answer", casus, true),
              new Target("Casus, asked again", casus, false)));
    } finally {
      for (Process server : servers) {
        server.destroy();
        server.waitFor();
      }
      delete(directory);
    }
  }

  private boolean measure(List<Target> targets) throws InterruptedException {
    List<String> queries = queries();
    out.println(
        LINE.formatted("", "conn.", "requests/s", "p50", "p95", "p99", "errors").stripTrailing());
    Duration each = time.dividedBy((long) connections.size() * targets.size() * TURNS);
    for (Target target : targets) {
      if (target.anew()) {
        ask(new Load(target, 2), queries, WARM_UP, new Measured());
      }
    }
    boolean fine = true;
    for (int many : connections) {
      List<Measured> all = new ArrayList<>();
      targets.forEach(target -> all.add(new Measured()));
      for (int turn = 0; turn < TURNS; turn++) {
        for (int i = 0; i < targets.size(); i++) {
          ask(new Load(targets.get(i), many), queries, each, all.get(i));
        }
      }
      for (int i = 0; i < targets.size(); i++) {
        print(targets.get(i).name(), many, all.get(i));
        fine &= all.get(i).errors == 0;
      }
      for (int i = 1; i < targets.size(); i++) {
        out.println(
            String.format(
                Locale.ROOT,
                "  %s: %.1f times the throughput of plain Fuseki, median %.2f of its",
                targets.get(i).name(),
                all.get(i).throughput() / all.get(0).throughput(),
                (double) percentile(all.get(i).sorted(), 50)
                    / percentile(all.get(0).sorted(), 50)));
      }
      out.flush();
    }
    return fine;
  }

  private void print(String name, int connections, Measured measured) {
    long[] sorted = measured.sorted();
    out.println(
        LINE.formatted(
            name,
            connections,
            String.format(Locale.ROOT, "%.0f", measured.throughput()),
            milliseconds(percentile(sorted, 50)),
            milliseconds(percentile(sorted, 95)),
            milliseconds(percentile(sorted, 99)),
            measured.errors));
  }

  private void ask(Load load, List<String> queries, Duration time, Measured measured)
      throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(load.connections());
    long begun = System.nanoTime();
    try {
      List<Future<long[]>> running = new ArrayList<>();
      AtomicLong errors = new AtomicLong();
      for (int i = 0; i < load.connections(); i++) {
        int first = i;
        running.add(
            clients.submit(
                () -> askInTurn(load.target(), queries, first, begun + time.toNanos(), errors)));
      }
      for (Future<long[]> each : running) {
        measured.times.add(each.get());
      }
      measured.errors += errors.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault);
    } finally {
      clients.shutdownNow();
      measured.nanoseconds += System.nanoTime() - begun;
    }
  }

  private long[] askInTurn(
      Target target, List<String> queries, int first, long until, AtomicLong errors)
      throws InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = first; System.nanoTime() < until; i++) {
      String query = queries.get(i % queries.size());
      // A comment makes another query of it, which no cache has an answer to.
      String text = target.anew() ? query + "\n#" + asked.incrementAndGet() : query;
      long begun = System.nanoTime();
      if (!isAnswered(target.endpoint(), text)) {
        errors.incrementAndGet();
      }
      times.add(System.nanoTime() - begun);
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private List<String> queries() {
    List<String> queries = new ArrayList<>();
    for (CatalogueQuery question : catalogue.queries()) {
      if (question.datasets().isEmpty()) {
        Query bound =
            QueryTransformOps.replaceVars(question.query(), question.bind(Map.of()).terms());
        queries.add(bound.toString());
      }
    }
    return queries;
  }

  private boolean isAnswered(URI endpoint, String query) throws InterruptedException {
    URI address =
        URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/sparql-results+json")
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == 200;
    } catch (IOException fault) {
      return false;
    }
  }

  private void awaitAnswer(URI endpoint, Process server) throws InterruptedException {
    while (!isAnswered(endpoint, "ASK {}")) {
      if (!server.isAlive()) {
        throw new UncheckedIOException(
            new IOException("The server of " + endpoint + " ended before it answered"));
      }
      Thread.sleep(50);
    }
  }

  private static URI endpoint(int port) {
    return URI.create("http://localhost:" + port + "/casus/sparql");
  }

  /** A process with the Java options of this one. */
  private static Process java(Path log, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(JavaProcess.command(main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0
        ? 0
        : sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
  }

  private static String milliseconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getFileName().toString().equals("tdb.lock")) {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
