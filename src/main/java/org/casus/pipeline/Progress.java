package org.casus.pipeline;

import java.time.Duration;

/** Told about each stage of a build as it ends. */
@FunctionalInterface
public interface Progress {

  /** A listener that tells nobody. */
  Progress SILENT = (stage, summary, took) -> {};

  /**
   * A stage has ended.
   *
   * @param stage name of the stage, a verb
   * @param summary what it did, in a few words
   * @param took how long it took
   */
  void ended(String stage, String summary, Duration took);
}
