package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A newer build is served without a restart, and no request sees anything but one build. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SwappedBuildTest {
  private static final String VALUES = "SELECT ?v { ?s <urn:ex:p> ?v } ORDER BY ?v";

  @TempDir Path temp;

  @Test
  void newBuildIsServedAndItsAnswersAreNotTheOldOnes() throws Exception {
    Path database = temp.resolve("db");
    try (RunningServer server =
        RunningServer.over(database, "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }")) {
      HttpResponse<String> before = server.query(VALUES);
      assertThat(before.body()).isEqualTo("v\r\n1\r\n");
      String next = RunningServer.publish(database, "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 2 }");
      awaitBuild(server, next);
      HttpResponse<String> after = server.query(VALUES);
      assertThat(after.body()).isEqualTo("v\r\n2\r\n");
      assertThat(after.headers().firstValue("ETag"))
          .isPresent()
          .isNotEqualTo(before.headers().firstValue("ETag"));
      assertThat(server.get("/health").body()).contains(next);
    }
  }

  /** Each build says the same number twice; an answer that mixes builds would show two numbers. */
  @Test
  void noRequestFailsOrMixesBuildsWhileTheyChange() throws Exception {
    Path database = temp.resolve("db");
    AtomicBoolean changing = new AtomicBoolean(true);
    ExecutorService clients = Executors.newFixedThreadPool(3);
    try (RunningServer server = RunningServer.over(database, numbered(0))) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int client = 0; client < 3; client++) {
        String query = "SELECT (COUNT(DISTINCT ?v) AS ?n) { ?s <urn:ex:p> ?v } #" + client;
        running.add(clients.submit(() -> askWhile(changing, server, query)));
      }
      String last = "";
      for (int build = 1; build <= 4; build++) {
        last = RunningServer.publish(database, numbered(build));
        awaitBuild(server, last);
      }
      changing.set(false);
      for (Future<Integer> client : running) {
        assertThat(client.get(30, TimeUnit.SECONDS)).isPositive();
      }
      assertThat(server.buildId()).isEqualTo(last);
      // The next build removes what nobody uses any more.
      String kept = RunningServer.publish(database, numbered(5));
      awaitBuild(server, kept);
      try (var builds = Files.list(database.resolve("builds"))) {
        // The one before may still be in use in this very moment.
        assertThat(builds.map(Path::getFileName).map(Path::toString))
            .contains(kept)
            .hasSizeLessThanOrEqualTo(3);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static int askWhile(AtomicBoolean changing, RunningServer server, String query)
      throws Exception {
    int asked = 0;
    while (changing.get()) {
      HttpResponse<String> answer = server.query(query);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("n\r\n1\r\n");
      asked++;
    }
    return asked;
  }

  private static String numbered(int build) {
    return "<urn:ex:g> { <urn:ex:a> <urn:ex:p> %1$d . <urn:ex:b> <urn:ex:p> %1$d }"
        .formatted(build);
  }

  private static void awaitBuild(RunningServer server, String id) throws InterruptedException {
    while (!server.buildId().equals(id)) {
      Thread.sleep(20);
    }
  }

  @Test
  void brokenNewBuildLeavesTheOldOneServed() throws Exception {
    Path database = temp.resolve("db");
    try (RunningServer server =
        RunningServer.over(database, "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }")) {
      Files.createDirectory(database.resolve("builds/b000009"));
      Files.writeString(database.resolve("builds/b000009/build.json"), "{ \"buildId\": ");
      Files.writeString(database.resolve("current"), "b000009\n");
      // Longer than the server waits between two looks.
      Thread.sleep(1200);
      assertThat(server.query(VALUES).body()).isEqualTo("v\r\n1\r\n");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
    }
  }
}
