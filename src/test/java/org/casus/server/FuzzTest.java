package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.casus.server.MalformedRequests.Request;
import org.casus.server.RawConnection.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand requests with faults, the same each time, end nothing: each gets an answer that
 * tells nothing of the inside, and in the end the server has as many threads, open files and as
 * much memory in use as before.
 */
class FuzzTest {
  private static final int SEED = 20200927;
  private static final int REQUESTS = 10_000;

  /** After so many, classes are loaded and pools and caches filled. */
  private static final int WARM_UP = 2_000;

  private static final int CLIENTS = 4;
  private static final int MOST_FAULTS = 20;

  /** Both ends of connections of the client of {@link RunningServer}, which closes them late. */
  private static final int MAY_STAY_OPEN = 8;

  /** Pools that the JVM and the libraries share start a thread when they first need it. */
  private static final int MAY_START = 8;

  private static final long MEBIBYTE = 1 << 20;
  private static final Duration TO_SETTLE = Duration.ofSeconds(40);
  private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] ([0-9]{3})");

  /** A line of a stack trace, an exception, or a class in its package. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [\\w.$/]+\\([\\w. ]+(:[0-9]+)?\\)|Exception\\b"
              + "|\\b(java|javax|jakarta|sun|jdk|com|org)\\.[a-z]\\w*\\.[\\w.]*[A-Z]\\w+");

  @TempDir Path temp;

  private final MalformedRequests requests =
      new MalformedRequests(SEED, new MalformedQueries(Path.of("queries")));
  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void tenThousandMalformedRequestsEndNothing() throws Exception {
    Path config =
        Files.writeString(
            temp.resolve("public.ttl"),
            Files.readString(RunningServer.CONFIG).replace("\"30000\"", "\"300\""));
    assertThat(config).content().contains("\"300\"");
    String data = Files.readString(Path.of("src/test/resources/fuzz.trig"));
    try (RunningServer server =
        RunningServer.over(temp.resolve("db"), data, config, Optional.empty())) {
      String before = server.get("/id/actor/russia.nt").body();
      assertThat(before).contains("Russia");
      send(server.port(), 0, WARM_UP);
      int threads = threads();
      long files = files();
      long memory = memory();
      send(server.port(), WARM_UP, REQUESTS);

      assertThat(faults).isEmpty();
      assertThat(answered.get() + unanswered.get()).isEqualTo(REQUESTS);
      assertThat(answered).as("statuses " + statuses).hasValueGreaterThan(REQUESTS * 9 / 10);
      assertThat(statuses).containsKeys(200, 400, 403, 404, 405, 406, 413, 415, 501, 503, 505);
      assertThat(server.get("/id/actor/russia.nt").body()).isEqualTo(before);
      await("threads", () -> threads() <= threads + MAY_START);
      await("open files", () -> files() <= files + MAY_STAY_OPEN);
      await("memory in use", () -> memory() < memory + 16 * MEBIBYTE);
    }
  }

  /** Those that are not of the pool of the server, which grows and shrinks within its limits. */
  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith("qtp"))
            .count();
  }

  private static long files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long memory() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void await(String what, BooleanSupplier back) {
    long end = System.nanoTime() + TO_SETTLE.toNanos();
    while (!back.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as(() -> what + " back to its level; threads: " + Thread.getAllStackTraces().keySet())
          .isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void send(int port, int from, int to) throws Exception {
    AtomicInteger next = new AtomicInteger(from);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        running.add(clients.submit(new Client(port, next, to)));
      }
      for (Future<Void> client : running) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Sends request after request, on one connection as long as that is left open. */
  private final class Client implements Callable<Void> {
    private final int port;
    private final AtomicInteger next;
    private final int end;
    private @Nullable RawConnection kept;

    Client(int port, AtomicInteger next, int end) {
      this.port = port;
      this.next = next;
      this.end = end;
    }

    @Override
    public Void call() throws IOException {
      try {
        for (int n = next.getAndIncrement(); n < end; n = next.getAndIncrement()) {
          Request request = requests.request(n);
          try {
            send(n, request);
          } catch (SocketTimeoutException | EOFException silence) {
            leave();
            fault(n, "has no answer", request, "");
          } catch (NumberFormatException | IndexOutOfBoundsException notHttp) {
            fault(n, "or the one before it has an answer that is not HTTP", request, "");
          }
          if (faults.size() >= MOST_FAULTS) {
            break;
          }
        }
      } finally {
        leave();
      }
      return null;
    }

    private void send(int number, Request request) throws IOException {
      switch (request.sending()) {
        case WHOLE -> sendWhole(number, request);
        case THEN_HALF_CLOSED -> {
          try (RawConnection connection = new RawConnection(port)) {
            connection.send(request.bytes());
            judgeAll(number, request, connection.rest());
          } catch (SocketException closedBeforeAllWasRead) {
            unanswered.incrementAndGet();
          }
        }
        case CUT -> {
          try (RawConnection connection = new RawConnection(port)) {
            connection.send(request.bytes());
            if (number % 2 == 0) {
              connection.cut();
            }
          }
          unanswered.incrementAndGet();
        }
      }
    }

    /** On the connection that was kept, or a new one where the server has closed that. */
    private void sendWhole(int number, Request request) throws IOException {
      Answer answer;
      try {
        answer = answer(request);
      } catch (EOFException | SocketException closed) {
        leave();
        try {
          answer = answer(request);
        } catch (SocketException closedBeforeAllWasRead) {
          leave();
          unanswered.incrementAndGet();
          return;
        }
      }
      answered.incrementAndGet();
      judge(number, request, answer.status(), answer.text());
      // Jetty sends a body to HEAD, too, where it has not read so far as the method, and closes.
      if (answer.last() || request.withoutBody() && answer.status() == 400) {
        leave();
      }
    }

    private Answer answer(Request request) throws IOException {
      if (kept == null) {
        kept = new RawConnection(port);
      }
      kept.send(request.bytes());
      return kept.answer(request.withoutBody());
    }

    private void leave() throws IOException {
      if (kept != null) {
        kept.close();
        kept = null;
      }
    }

    private void judgeAll(int number, Request request, String text) {
      List<Integer> all =
          STATUS.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList();
      (all.isEmpty() ? unanswered : answered).incrementAndGet();
      all.forEach(status -> judge(number, request, status, text));
    }

    private void judge(int number, Request request, int status, String text) {
      statuses.merge(status, 1, Integer::sum);
      if (status >= 500 && !isRefusal(status, text)) {
        fault(number, "has status " + status, request, text);
      }
      if (INSIDE.matcher(text).results().anyMatch(word -> !request.text().contains(word.group()))) {
        fault(number, "is told of the inside", request, text);
      }
    }

    /**
     * A limit of the server, a client that has closed its half of the connection, or a method or
     * version of HTTP that no server need know (RFC 9110).
     */
    private static boolean isRefusal(int status, String text) {
      return status == 501
          || status == 505
          || status == 503 && text.contains("The query was stopped ");
    }

    private void fault(int number, String what, Request request, String answer) {
      faults.add(
          "%nRequest %d %s:%n%s%n---- Answer:%n%.1500s%n"
              .formatted(number, what, request.text(), answer));
    }
  }
}
