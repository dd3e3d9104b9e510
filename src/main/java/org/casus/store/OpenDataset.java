package org.casus.store;

import java.io.IOException;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A build that is open for reading. Its default graph is the union of its named graphs, and {@code
 * text:query} works on it.
 *
 * <p>Read in transactions ({@code Txn.executeRead}); never write: a build is immutable, and other
 * readers share the same database. Close it when the last query has ended: queries that still run
 * break.
 */
public final class OpenDataset implements AutoCloseable {

  private interface Release {
    void run() throws IOException;
  }

  private final Build build;
  private final DatasetGraph dataset;
  private final Release release;
  private boolean closed;

  private OpenDataset(Build build, DatasetGraph dataset, Release release) {
    this.build = build;
    this.dataset = dataset;
    this.release = release;
  }

  static OpenDataset on(Build build, SharedDatabase database) {
    return new OpenDataset(build, database.dataset(), database::release);
  }

  static OpenDataset inMemory(
      Build build, DatasetGraph dataset, TextIndex index, ProcessLock inUse) {
    return new OpenDataset(
        build,
        dataset,
        () -> {
          try (inUse) {
            index.close();
            dataset.close();
          }
        });
  }

  /** The build that this shows. */
  public Build build() {
    return build;
  }

  /** The quads; see the class comment for the rules. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** Lets the build go; the second call does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      release.run();
    } catch (IOException fault) {
      throw StoreException.explain("Closing the dataset", build.directory(), fault);
    }
  }
}
