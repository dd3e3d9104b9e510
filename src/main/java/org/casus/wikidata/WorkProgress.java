package org.casus.wikidata;

/** Is told how far a work is that consists of several requests. */
@FunctionalInterface
public interface WorkProgress {

  /** Tells nobody. */
  WorkProgress SILENT = (done, total) -> {};

  /** So many of so many parts are done. */
  void done(int done, int total);
}
