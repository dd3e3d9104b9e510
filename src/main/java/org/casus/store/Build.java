package org.casus.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/**
 * A finished build: it does not change any more, and it exists as long as it is current or somebody
 * has it open.
 *
 * <p>There are two ways to read one. {@link #open} uses the database files, at once and at any
 * size, but TDB2 allows one process per database: that one is the server. {@link #load} reads the
 * dump into memory, and any number of processes may do so beside a running server.
 */
public final class Build {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final BuildFiles files;
  private final BuildInfo info;

  Build(BuildFiles files, BuildInfo info) {
    this.files = files;
    this.info = info;
  }

  /** Its id, unique in its database directory. */
  public String id() {
    return info.buildId();
  }

  /** What it was built from. */
  public BuildInfo info() {
    return info;
  }

  /** Where its files are. */
  public Path directory() {
    return files.directory();
  }

  /** The TDB2 location, for a server's configuration; only read it while the build is open. */
  public Path database() {
    return files.tdb2();
  }

  /** The quads as gzipped N-Quads, in the order in which they were loaded. */
  public Path dump() {
    return files.dump();
  }

  /**
   * The quads as N-Quads, one a line, in the order in which they were loaded. The caller closes the
   * stream.
   *
   * @throws IOException when the build is gone or cannot be read
   */
  public InputStream quads() throws IOException {
    return new GZIPInputStream(Files.newInputStream(files.dump()));
  }

  /**
   * Opens the database. Several callers in one process share it; each closes what it got.
   *
   * @throws StoreException when another process has the database open and does not close it within
   *     three seconds, or when the build is gone
   */
  public OpenDataset open() {
    return OpenDataset.on(this, SharedDatabase.acquire(this, files, PATIENCE));
  }

  /**
   * Reads by whichever way is free: {@link #open} when no other process has the database, else
   * {@link #load}. For short commands; a server uses {@link #open}.
   *
   * @throws StoreException when the build is gone or unreadable
   */
  public OpenDataset read() {
    try {
      return OpenDataset.on(this, SharedDatabase.acquire(this, files, Duration.ZERO));
    } catch (StoreException fault) {
      if (fault.isInUse()) {
        return load();
      }
      throw fault;
    }
  }

  /**
   * Reads the build into memory, with the same union default graph and text index as {@link #open}.
   * Takes seconds per hundred thousand quads.
   *
   * @throws StoreException when the build is gone or unreadable
   */
  public OpenDataset load() {
    try {
      ProcessLock lock = inUse();
      try {
        DatasetGraph memory = readDump();
        TextIndex index = textIndex();
        DatasetGraph union = new UnionDefaultGraph(memory);
        DatasetSettings.apply(union, index);
        return OpenDataset.inMemory(this, union, index, lock);
      } catch (RuntimeException | IOException fault) {
        lock.close();
        throw fault;
      }
    } catch (RuntimeException | IOException fault) {
      throw StoreException.explain("Reading the dataset", files.directory(), fault);
    }
  }

  private DatasetGraph readDump() throws IOException {
    DatasetGraph memory = DatasetGraphFactory.createTxnMem();
    try (InputStream quads = quads()) {
      Txn.executeWrite(memory, () -> RDFParser.source(quads).lang(Lang.NQUADS).parse(memory));
    } catch (RiotException fault) {
      throw new StoreException(
          files.dump() + " is damaged (" + fault.getMessage() + "). Build the dataset again.",
          fault);
    }
    return memory;
  }

  TextIndex textIndex() throws IOException {
    return TextIndexFiles.open(
        files.lucene(), TextFields.fromJson(Files.readString(files.textFields())));
  }

  /** Keeps the build from being removed until the lock is closed. */
  ProcessLock inUse() throws IOException {
    ProcessLock lock =
        ProcessLock.tryShared(files.inUse())
            .orElseThrow(
                () -> new StoreException("Build " + id() + " is being removed; try again."));
    if (!Files.exists(files.info())) {
      lock.close();
      throw new StoreException("Build " + id() + " has been removed; try again.");
    }
    return lock;
  }
}
