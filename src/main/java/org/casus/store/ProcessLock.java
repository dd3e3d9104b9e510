package org.casus.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock on a file that holds between processes and inside this one.
 *
 * <p>Operating systems count file locks per process: closing <em>any</em> channel on a file drops
 * every lock that the process has on it, and a second lock from the same process is an error. So
 * this class keeps the one channel per file of this process, counts its shared holders, and never
 * opens a second one to ask a question.
 *
 * <p>The lock file is not removed on release, and a dying process loses its locks by itself.
 */
final class ProcessLock implements AutoCloseable {
  private static final Map<Path, ProcessLock> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private int holders = 1;

  private ProcessLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock alone.
   *
   * @return empty when this or another process holds it
   */
  static Optional<ProcessLock> tryExclusive(Path file) throws IOException {
    synchronized (HELD) {
      Path key = key(file);
      return HELD.containsKey(key) ? Optional.empty() : take(key, false);
    }
  }

  /**
   * Takes the lock together with other readers; each call is paired with one {@link #close}.
   *
   * @return empty when this or another process holds it alone
   * @throws NoSuchFileException when there is no such lock file: a reader never makes one
   */
  static Optional<ProcessLock> tryShared(Path file) throws IOException {
    synchronized (HELD) {
      Path key = key(file);
      ProcessLock held = HELD.get(key);
      if (held == null) {
        return take(key, true);
      }
      if (!held.lock.isShared()) {
        return Optional.empty();
      }
      held.holders++;
      return Optional.of(held);
    }
  }

  private static Optional<ProcessLock> take(Path key, boolean shared) throws IOException {
    FileChannel channel =
        shared
            ? FileChannel.open(key, StandardOpenOption.READ)
            : FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (IOException fault) {
      channel.close();
      throw fault;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    ProcessLock taken = new ProcessLock(key, channel, lock);
    HELD.put(key, taken);
    return Optional.of(taken);
  }

  /** One name per file, also when a link leads to it. */
  private static Path key(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    return parent == null || !Files.exists(parent)
        ? absolute.normalize()
        : parent.toRealPath().resolve(absolute.getFileName());
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      holders--;
      if (holders == 0) {
        HELD.remove(file);
        channel.close();
      }
    }
  }
}
