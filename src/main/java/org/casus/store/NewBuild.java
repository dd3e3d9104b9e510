package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A build in the making. The protocol:
 *
 * <pre>
 * try (NewBuild build = directory.begin()) {     // takes the build lock, clears leftovers
 *   build.load(quads, fields);                   // once
 *   build.publish(new BuildInfo(build.id(), ...));
 * }                                              // not published: its directory is removed
 * </pre>
 *
 * <p>Nobody can see the build before {@link #publish} returns; from then on every new reader gets
 * it, while those who have the former one open keep it until they close it.
 */
public final class NewBuild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NewBuild.class);

  private enum State {
    EMPTY,
    LOADED,
    PUBLISHED,
    CLOSED
  }

  private final DatasetDirectory home;
  private final String id;
  private final BuildFiles files;
  private final ProcessLock buildLock;
  private State state = State.EMPTY;

  NewBuild(DatasetDirectory home, String id, ProcessLock buildLock) {
    this.home = home;
    this.id = id;
    this.files = home.files(id);
    this.buildLock = buildLock;
  }

  /** The id that {@link BuildInfo#buildId} must carry. */
  public String id() {
    return id;
  }

  /** Where the build is made; other files of the build may be written here before publishing. */
  public Path directory() {
    return files.directory();
  }

  /**
   * Writes the quads, the text index over them and the dump.
   *
   * @param quads read once, in any order. What it throws passes through unchanged.
   * @return how many quads were written, each counted once
   * @throws StoreException when the disk fails or is full
   */
  public long load(Iterable<Quad> quads, TextFields fields) {
    require(State.EMPTY, "load");
    try {
      long count = new DatasetLoader(files, fields).load(quads);
      state = State.LOADED;
      return count;
    } catch (IOException | RuntimeException | Error fault) {
      throw StoreException.explain("Writing the dataset", files.directory(), fault);
    }
  }

  /**
   * Makes this build the current one, in one atomic step.
   *
   * @throws StoreException when the disk fails or is full; the former build then stays current
   */
  public Build publish(BuildInfo info) {
    require(State.LOADED, "publish");
    if (!info.buildId().equals(id)) {
      throw new IllegalArgumentException(
          "The description is of build " + info.buildId() + ", but this is build " + id);
    }
    try {
      Files.createFile(files.inUse());
      DurableFiles.sync(files.dump());
      DurableFiles.replace(files.info(), info.toJson());
      home.setCurrent(id);
    } catch (IOException fault) {
      throw StoreException.explain("Publishing the dataset", files.directory(), fault);
    }
    state = State.PUBLISHED;
    return new Build(files, info);
  }

  private void require(State expected, String step) {
    if (state != expected) {
      throw new IllegalStateException("Cannot " + step + " a build that is " + state);
    }
  }

  /** Ends the build: removes it unless it was published, and lets the next one begin. */
  @Override
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    boolean published = state == State.PUBLISHED;
    state = State.CLOSED;
    try (buildLock) {
      if (!published) {
        DurableFiles.deleteTree(files.directory());
      }
    } catch (IOException fault) {
      LOG.warn("{} could not be removed now; the next build does it. {}", directory(), fault);
    }
  }
}
