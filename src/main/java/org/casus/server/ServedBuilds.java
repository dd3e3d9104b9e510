package org.casus.server;

import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.casus.http.ServedBuild;
import org.casus.store.Build;
import org.casus.store.DatasetDirectory;
import org.casus.store.OpenDataset;
import org.casus.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The build that new requests see, and the change to a newer one: requests that have begun end on
 * the build that they began with, which is closed after the last of them.
 */
final class ServedBuilds implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedBuilds.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final DatasetDirectory directory;
  private final Consumer<ServedBuild> preparation;
  private final ScheduledExecutorService looking;
  private volatile ServedBuild current;

  /** The last build that could not be opened, so that the log tells of it once. */
  private String failed = "";

  /**
   * @param first what is served until a newer build is published in the directory
   * @param preparation what is done with a build before the first request sees it
   */
  ServedBuilds(DatasetDirectory directory, OpenDataset first, Consumer<ServedBuild> preparation) {
    this.directory = directory;
    this.preparation = preparation;
    this.current = new ServedBuild(first);
    preparation.accept(current);
    this.looking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "casus-builds");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to look for newer builds. */
  void watch() {
    looking.scheduleWithFixedDelay(
        this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The build for a request that begins now; the caller releases it. */
  ServedBuild take() {
    while (true) {
      ServedBuild build = current;
      if (build.use()) {
        return build;
      }
      // It was replaced and closed since it was read, so a newer one is there.
    }
  }

  /** What new requests see, without a promise that it stays open. */
  ServedBuild current() {
    return current;
  }

  private void look() {
    try {
      Optional<Build> published = directory.current();
      if (published.isPresent() && isNewer(published.get())) {
        directory.open().ifPresent(this::change);
      }
    } catch (RuntimeException fault) {
      // Nothing that is wrong with a newer build may stop the one that is served.
      String what = fault instanceof StoreException ? fault.getMessage() : fault.toString();
      if (!failed.equals(what)) {
        failed = String.valueOf(what);
        LOG.warn("A newer build is not served yet: {}", what);
      }
    }
  }

  private boolean isNewer(Build published) {
    return !published.id().equals(current.info().buildId());
  }

  private void change(OpenDataset opened) {
    ServedBuild next = new ServedBuild(opened);
    try {
      preparation.accept(next);
    } catch (RuntimeException fault) {
      next.release();
      throw fault;
    }
    ServedBuild last = current;
    current = next;
    failed = "";
    last.release();
    LOG.info("Serving build {} instead of {}", next.info().buildId(), last.info().buildId());
  }

  @Override
  public void close() {
    looking.shutdown();
    try {
      looking.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    current.release();
  }
}
