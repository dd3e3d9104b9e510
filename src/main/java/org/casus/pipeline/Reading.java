package org.casus.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.jena.sys.JenaSystem;
import org.casus.problem.Problems;

/**
 * A part of the project that another thread reads while the rows are read and mapped. What is wrong
 * with it is told when it is needed, so that it does not keep the rows from being looked at.
 */
final class Reading<T> {
  static {
    // Jena's classes initialise each other in circles: two threads that come to them first, from
    // different ends, would wait for each other for ever.
    JenaSystem.init();
  }

  private final Problems found = new Problems();
  private final CompletableFuture<T> read;

  private Reading(Function<Problems, T> reader) {
    this.read = CompletableFuture.supplyAsync(() -> reader.apply(found));
  }

  static <T> Reading<T> begin(Function<Problems, T> reader) {
    return new Reading<>(reader);
  }

  /**
   * Waits for what is read.
   *
   * @param problems gets what was wrong with it
   */
  T end(Problems problems) {
    try {
      T result = read.join();
      problems.addAll(found.sorted());
      return result;
    } catch (CompletionException fault) {
      if (fault.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw fault;
    }
  }
}
