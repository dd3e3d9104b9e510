package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it answers and changes to a new build comes back with all of that
 * build, and until then has given whole answers only.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledServerTest {
  private static final int THINGS = 200;
  private static final int CLIENTS = 4;

  @TempDir Path database;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void serverKilledUnderLoadComesBackWithACompleteDataset() throws Exception {
    RunningServer.publish(database, build("first"));
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    Process server = start();
    try (BufferedReader lines = output(server)) {
      String port = lines.readLine();
      CountDownLatch changed = new CountDownLatch(CLIENTS);
      List<Future<Void>> loads = new ArrayList<>();
      for (int n = 0; n < CLIENTS; n++) {
        loads.add(clients.submit(load(port, "#" + n, changed)));
      }
      RunningServer.publish(database, build("second"));
      changed.await();
      server.destroyForcibly();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      for (Future<Void> load : loads) {
        load.get();
      }
    } finally {
      server.destroyForcibly();
      clients.shutdownNow();
    }

    Process again = start();
    try (BufferedReader lines = output(again)) {
      assertThat(ask(lines.readLine(), "#again")).isEqualTo(answer("second"));
    } finally {
      again.destroyForcibly();
    }
  }

  private static String build(String label) {
    return IntStream.range(0, THINGS)
        .mapToObj(n -> "<urn:ex:%d> <urn:ex:of> '%s' .".formatted(n, label))
        .collect(Collectors.joining("\n", "<urn:ex:g> {", "}"));
  }

  private static String answer(String label) {
    return "build,n\r\n" + label + "," + THINGS + "\r\n";
  }

  /** Asks until the server is gone; each answer is the whole of one build, first the old one. */
  private Callable<Void> load(String port, String comment, CountDownLatch changed) {
    return () -> {
      boolean second = false;
      for (int n = 0; ; n++) {
        String answer;
        try {
          answer = ask(port, comment + "-" + n);
        } catch (IOException killed) {
          assertThat(second).isTrue();
          return null;
        }
        if (!second && answer.equals(answer("second"))) {
          second = true;
          changed.countDown();
        }
        assertThat(answer).isEqualTo(answer(second ? "second" : "first"));
      }
    };
  }

  private String ask(String port, String comment) throws IOException, InterruptedException {
    String query =
        "SELECT ?build (COUNT(*) AS ?n) { ?thing <urn:ex:of> ?build } GROUP BY ?build " + comment;
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + RunningServer.path(query)))
                .header("Accept", "text/csv")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ServerProcess.class.getName(),
            database.toString())
        .redirectError(database.resolve("server.log").toFile())
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
