package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/**
 * Runs queries of strangers within {@link Limits}. Whatever is cut off is refused as a whole: an
 * answer is complete, or there is none and a sentence says which limit was met and what to do.
 *
 * <p>Safe for many threads.
 */
public final class Evaluator {
  private static final String ATTRIBUTE = Evaluator.class.getName();
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Limits limits;
  private final ClientWatch clients;
  private final Semaphore turns;
  private final LongAdder cancelled = new LongAdder();

  public Evaluator(Limits limits, ClientWatch clients) {
    this.limits = limits;
    this.clients = clients;
    this.turns = new Semaphore(limits.concurrent(), true);
  }

  /** The evaluator for requests to the public part of the server. */
  public static Evaluator of(HttpServletRequest request) {
    if (request.getServletContext().getAttribute(ATTRIBUTE) instanceof Evaluator evaluator) {
      return evaluator;
    }
    throw new IllegalStateException("The server has set no limits");
  }

  /** The name of the attribute of the servlet context under which {@link #of} finds it. */
  public static String attribute() {
    return ATTRIBUTE;
  }

  /** What it allows. */
  public Limits limits() {
    return limits;
  }

  /** Queries that run now. */
  public int running() {
    return limits.concurrent() - turns.availablePermits();
  }

  /** Queries that were stopped because their client had gone. */
  public long cancelled() {
    return cancelled.sum();
  }

  /**
   * Runs a query for as long as {@link Limits#time} allows.
   *
   * @see #evaluate(HttpServletRequest, Duration, Supplier, Function)
   */
  public <T> T evaluate(
      HttpServletRequest request, Supplier<QueryExec> execution, Function<QueryExec, T> reading) {
    return evaluate(request, limits.time(), execution, reading);
  }

  /**
   * Waits for a turn, runs a query and reads its answer.
   *
   * <p>The time is counted here. Jena 5.6 would wait with its timer, one for all queries, while it
   * makes the plan of a query, in which parts of the query may run already.
   *
   * @param time until the answer must be complete, from its turn on
   * @param execution makes the execution, in the caller's transaction; it is closed here
   * @param reading reads the whole answer; use {@link #all} to stay within the limit of rows
   * @throws Refusal when a limit is met, or nobody waits for the answer any more
   */
  public <T> T evaluate(
      HttpServletRequest request,
      Duration time,
      Supplier<QueryExec> execution,
      Function<QueryExec, T> reading) {
    awaitTurn();
    try (QueryExec running = execution.get()) {
      AtomicBoolean stopped = Context.getOrSetCancelSignal(running.getContext());
      AtomicBoolean gone = new AtomicBoolean();
      ClientWatch.Watching watching =
          clients.watch(
              request,
              () -> {
                gone.set(true);
                stopped.set(true);
              });
      CompletableFuture<Boolean> late =
          new CompletableFuture<Boolean>()
              .completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
      late.thenAccept(isLate -> stopped.compareAndSet(false, isLate));
      try {
        return reading.apply(running);
      } catch (QueryCancelledException stop) {
        throw cutOff(gone.get());
      } catch (OutOfMemoryError tooLarge) {
        throw new Refusal(
            UNAVAILABLE,
            "The query needs more memory than this server has: ask for fewer things at once.");
      } finally {
        late.complete(false);
        watching.close();
      }
    } finally {
      turns.release();
    }
  }

  /**
   * Does something else that costs about as much as a query, in its turn.
   *
   * @throws Refusal when no turn comes
   */
  public void inTurn(Runnable work) {
    inTurn(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Makes something else that costs about as much as a query, in its turn.
   *
   * @throws Refusal when no turn comes
   */
  public <T> T inTurn(Supplier<T> work) {
    awaitTurn();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private Refusal cutOff(boolean gone) {
    if (gone) {
      cancelled.increment();
      return new Refusal(UNAVAILABLE, "The query was stopped since its client had gone away.");
    }
    return new Refusal(
        UNAVAILABLE,
        "The query was stopped after "
            + seconds(limits.time())
            + " or the shorter time that the request set: it has no answer, not even an empty one."
            + " Ask for less at once, with narrower patterns or LIMIT, or download the data from"
            + " /casus/data.");
  }

  private void awaitTurn() {
    try {
      if (turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
        UNAVAILABLE,
        "All "
            + limits.concurrent()
            + " places for queries were taken for "
            + seconds(limits.patience())
            + ": ask again in a moment.",
        SOON);
  }

  private static String seconds(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /**
   * Reads all rows or triples of an answer.
   *
   * @throws Refusal when there are more than {@link Limits#rows}
   */
  public <T> List<T> all(Iterator<T> answer) {
    List<T> all = new ArrayList<>();
    while (answer.hasNext()) {
      if (all.size() == limits.rows()) {
        throw new Refusal(
            TOO_LARGE,
            "The answer has more than "
                + limits.rows()
                + " rows or triples: add LIMIT and OFFSET, or download the data from /casus/data.");
      }
      all.add(answer.next());
    }
    return all;
  }
}
