package org.casus.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The one connection of this process to a TDB2 database, counted: TDB2 keeps one per location, so
 * closing it under another user in the same process would break that user's queries.
 */
final class SharedDatabase {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * The caches of nodes hold many more than a build has. Made without a capacity to begin with,
   * they need not count how often each node is asked for until they are half full.
   */
  private static final StoreParams FOR_READING =
      StoreParams.builder("reading").nodeCacheInitialCapacityFactor(-1).build();

  private static final Map<Path, SharedDatabase> OPEN = new HashMap<>();

  private final Path key;
  private final DatasetGraph dataset;
  private final TextIndex index;
  private final ProcessLock inUse;
  private int users = 1;

  private SharedDatabase(Path key, DatasetGraph dataset, TextIndex index, ProcessLock inUse) {
    this.key = key;
    this.dataset = dataset;
    this.index = index;
    this.inUse = inUse;
  }

  static SharedDatabase acquire(Build build, BuildFiles files, Duration patience) {
    synchronized (OPEN) {
      try {
        Path key = files.directory().toRealPath();
        SharedDatabase open = OPEN.get(key);
        if (open == null) {
          open = connect(build, files, key, patience);
          OPEN.put(key, open);
        } else {
          open.users++;
        }
        return open;
      } catch (IOException | RuntimeException fault) {
        throw StoreException.explain("Opening the dataset", files.directory(), fault);
      }
    }
  }

  private static SharedDatabase connect(Build build, BuildFiles files, Path key, Duration patience)
      throws IOException {
    ProcessLock inUse = build.inUse();
    try {
      DatasetGraph dataset = connectDatabase(files, patience);
      try {
        TextIndex index = build.textIndex();
        DatasetSettings.apply(dataset, index);
        return new SharedDatabase(key, dataset, index, inUse);
      } catch (IOException | RuntimeException fault) {
        TDBInternal.expel(dataset, true);
        throw fault;
      }
    } catch (IOException | RuntimeException fault) {
      inUse.close();
      throw fault;
    }
  }

  /** A command may have the database open for a moment; a server that starts waits for it. */
  private static DatasetGraph connectDatabase(BuildFiles files, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return DatabaseMgr.connectDatasetGraph(
            Location.create(files.tdb2().toString()), FOR_READING);
      } catch (DBOpEnvException locked) {
        if (System.nanoTime() >= deadline || !pause()) {
          throw StoreException.inUse(
              "The dataset in "
                  + files.directory()
                  + " is open in another process ("
                  + locked.getMessage()
                  + "). Stop that server first, or name another place with --database DIR.",
              locked);
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  DatasetGraph dataset() {
    return dataset;
  }

  void release() {
    synchronized (OPEN) {
      users--;
      if (users > 0) {
        return;
      }
      OPEN.remove(key);
      try (inUse) {
        index.close();
        TDBInternal.expel(dataset, true);
      } catch (IOException fault) {
        throw StoreException.explain("Closing the dataset", key, fault);
      }
    }
  }
}
