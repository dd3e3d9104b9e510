package org.casus.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The problems of one run, collected so that all of them can be told at once. Bounded, so that a
 * file of the wrong kind does not fill the memory: past {@link #LIMIT} problems are only counted.
 * Several threads may add to it.
 */
public final class Problems {

  /** How many problems are kept; the rest are counted. */
  public static final int LIMIT = 10_000;

  private final List<Problem> kept = new ArrayList<>();
  private int droppedErrors;
  private int droppedWarnings;

  public synchronized void add(Problem problem) {
    if (kept.size() < LIMIT) {
      kept.add(problem);
    } else if (problem.severity() == Severity.ERROR) {
      droppedErrors++;
    } else {
      droppedWarnings++;
    }
  }

  public void error(Rule rule, Location location, String value, String expectation, String cure) {
    add(Problem.error(rule, location, value, expectation, cure));
  }

  public void warning(Rule rule, Location location, String value, String expectation, String cure) {
    add(new Problem(rule.name(), Severity.WARNING, location, value, expectation, cure));
  }

  public synchronized void addAll(Collection<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Whether there is an error, as opposed to warnings only. */
  public synchronized boolean hasErrors() {
    return errors() > 0;
  }

  public synchronized long errors() {
    return kept.stream().filter(problem -> problem.severity() == Severity.ERROR).count()
        + droppedErrors;
  }

  public synchronized long warnings() {
    return kept.stream().filter(problem -> problem.severity() == Severity.WARNING).count()
        + droppedWarnings;
  }

  /** How many problems were found beyond those that are kept. */
  public synchronized int dropped() {
    return droppedErrors + droppedWarnings;
  }

  /** The problems in order of place, each once. */
  public synchronized List<Problem> sorted() {
    return kept.stream().sorted().distinct().toList();
  }

  public synchronized Stream<Problem> stream() {
    return List.copyOf(kept).stream();
  }
}
