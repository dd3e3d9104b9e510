package org.casus.remote;

import java.time.Duration;

/** Waits; tests hand in one that only takes notes. */
@FunctionalInterface
public interface Pause {

  /** Waits as long as it takes. */
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);

  void take(Duration duration) throws InterruptedException;
}
