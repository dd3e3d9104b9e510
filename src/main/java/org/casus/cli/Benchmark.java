package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.casus.pipeline.Measurement;
import org.casus.pipeline.Project;
import org.casus.query.CatalogueQuery;
import org.casus.server.CasusServer;
import org.casus.server.ServerOptions;

/**
 * Measures on this machine, as a user meets it: building and starting in fresh processes, from the
 * command to its end or to the first answer, not counting the first of each, which may leave an
 * archive of its classes to the others, and each question over HTTP on loopback, after all of them
 * were asked as often to warm up: a first time, and again, when the server has kept its answer, as
 * it has for whoever asks what somebody asked before; and all of a dataset together. Of heap it
 * tells the most in use, what nobody needs any more included; with a question it is that of the
 * server and of this program, which asks. Numbers of different machines or hours do not compare;
 * those of one run do.
 */
final class Benchmark {

  private static final String PEAK = "peak heap ";

  /** An answer is made, and kept, as if nobody had asked before. */
  private static final String ANEW = "no-cache";

  /** An answer that is kept will do. */
  private static final String KEPT = "max-stale";

  private final Project project;
  private final int starts;
  private final int rounds;
  private final PrintWriter out;
  private final HttpClient client = HttpClient.newHttpClient();

  Benchmark(Project project, int starts, int rounds, PrintWriter out) {
    this.project = project;
    this.starts = starts;
    this.rounds = rounds;
    this.out = out;
  }

  void heading() {
    row("", "median", "p95", "peak heap", "asked again", "p95");
  }

  /** Measures the build and the start of what is curated, and questions to it. */
  void curated(List<CatalogueQuery> questions) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("casus-bench");
    try {
      builds(directory);
      serverStarts(directory);
      questions(directory.resolve("db"), questions);
    } finally {
      delete(directory);
    }
  }

  /** The highest use of the heap since the process began, as its pools report it. */
  static String peakHeap() {
    return PEAK + Measurement.peakHeap() + " MB";
  }

  private void builds(Path directory) throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    String peak = "";
    for (int i = 0; i <= starts; i++) {
      long begun = System.nanoTime();
      Process process =
          command("build", "--peak-heap", "--database", directory.resolve("db").toString()).start();
      String told = told(process);
      if (process.waitFor() != 0) {
        throw new UncheckedIOException(new IOException("the build failed:\n" + told));
      }
      if (i > 0) {
        took.add(System.nanoTime() - begun);
      }
      peak = peakHeap(told);
    }
    row("build, in a fresh process", took, peak);
  }

  private static String told(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What a process said of its heap. */
  private static String peakHeap(String told) {
    return told.lines()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()))
        .findFirst()
        .orElse("");
  }

  private void serverStarts(Path directory) throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    String peak = "";
    for (int i = 0; i <= starts; i++) {
      int port = freePort();
      long begun = System.nanoTime();
      Process process =
          command(
                  "serve",
                  "--peak-heap",
                  "--port",
                  Integer.toString(port),
                  "--database",
                  directory.resolve("db").toString())
              .start();
      try {
        URI ask = uri(port, "ASK {}");
        while (!answers(ask)) {
          if (!process.isAlive()) {
            throw new UncheckedIOException(new IOException("the server ended before it answered"));
          }
          Thread.sleep(5);
        }
        if (i > 0) {
          took.add(System.nanoTime() - begun);
        }
      } finally {
        // Process.destroy() would close what is to be read.
        process.toHandle().destroy();
        peak = peakHeap(told(process));
        process.waitFor();
      }
    }
    row("server start, to the first answer", took, peak);
  }

  /** Measures questions to a dataset that is there. */
  void questions(Path database, List<CatalogueQuery> questions)
      throws IOException, InterruptedException {
    try (CasusServer server =
        CasusServer.start(
            new ServerOptions(0, true, database, project.fusekiConfig().resolve("public.ttl")))) {
      // All are asked before any is measured, lest the first in the list pay for the compiler.
      for (int i = 0; i < rounds; i++) {
        for (CatalogueQuery question : questions) {
          URI uri = uri(server, question);
          time(question, uri, ANEW);
          time(question, uri, KEPT);
        }
      }
      List<Long> allFirst = new ArrayList<>();
      List<Long> allAgain = new ArrayList<>();
      for (CatalogueQuery question : questions) {
        List<Long> first = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        URI uri = uri(server, question);
        Measurement.begin();
        time(question, uri, ANEW);
        String peak = Measurement.peakHeap() + " MB";
        for (int i = 0; i < rounds; i++) {
          first.add(time(question, uri, ANEW));
          again.add(time(question, uri, KEPT));
        }
        row(question.name(), first, peak, again);
        allFirst.addAll(first);
        allAgain.addAll(again);
      }
      if (questions.size() > 1) {
        row("these questions together", allFirst, "", allAgain);
      }
    }
  }

  private static URI uri(CasusServer server, CatalogueQuery question) {
    Query bound = QueryTransformOps.replaceVars(question.query(), question.bind(Map.of()).terms());
    return uri(server.port(), bound.toString());
  }

  private long time(CatalogueQuery question, URI uri, String cacheControl)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    if (get(uri, cacheControl).statusCode() != 200) {
      throw new UncheckedIOException(new IOException(question.name() + " was not answered"));
    }
    return System.nanoTime() - begun;
  }

  /** A process of the launcher, with the options that it gives to the command. */
  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, project.root().resolve("casus").toString());
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static URI uri(int port, String query) {
    return URI.create(
        "http://localhost:"
            + port
            + "/casus/sparql?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  private boolean answers(URI uri) throws InterruptedException {
    try {
      return get(uri, ANEW).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<byte[]> get(URI uri, String cacheControl)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Cache-Control", cacheControl)
            .header("Accept", "application/sparql-results+json")
            .timeout(Duration.ofSeconds(60))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private void row(String what, List<Long> nanoseconds, String peak) {
    row(what, time(median(nanoseconds)), time(percentile95(nanoseconds)), peak, "", "");
  }

  private void row(String what, List<Long> first, String peak, List<Long> again) {
    row(
        what,
        time(median(first)),
        time(percentile95(first)),
        peak,
        time(median(again)),
        time(percentile95(again)));
  }

  private static long median(List<Long> nanoseconds) {
    return nanoseconds.stream().sorted().toList().get(nanoseconds.size() / 2);
  }

  private static long percentile95(List<Long> nanoseconds) {
    List<Long> sorted = nanoseconds.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }

  private static String time(long nanoseconds) {
    double milliseconds = nanoseconds / 1e6;
    return milliseconds < 1000
        ? String.format(Locale.ROOT, "%.1f ms", milliseconds)
        : String.format(Locale.ROOT, "%.2f s", milliseconds / 1000);
  }

  private void row(
      String what, String median, String p95, String peak, String again, String againP95) {
    out.println(
        String.format(
                Locale.ROOT, "%-48s%12s%12s%12s%14s%12s", what, median, p95, peak, again, againP95)
            .stripTrailing());
    out.flush();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
